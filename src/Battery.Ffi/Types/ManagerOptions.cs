using System.Runtime.InteropServices;
using Battery.Core.Recordings;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>How a manager reads. Set every member to 0, then <c>size</c>, then what you want: a program compiled against an older header goes on working.</summary>
[CName("battery_manager_options")]
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ManagerOptions
{
    /// <summary><c>sizeof(battery_manager_options)</c>.</summary>
    public uint Size;

    /// <summary>Which batteries to list, a sum of <c>battery_scopes</c>; 0 is the machine's own.</summary>
    public uint Scopes;

    /// <summary>A folder to read in place of <c>/sys</c>, UTF-8, as a host's <c>/sys</c> mounted in a container; NULL is <c>/sys</c>. Linux only.</summary>
    [Const]
    public byte* SysfsRoot;

    /// <summary>A recording to read in place of this machine, UTF-8: a file that <c>battery_manager_save_recording</c> wrote, a copy of a <c>power_supply</c> folder, or what <c>ioreg</c> prints on a Mac; NULL is this machine. Not together with <c>sysfs_root</c>.</summary>
    [Const]
    public byte* Recording;
}
