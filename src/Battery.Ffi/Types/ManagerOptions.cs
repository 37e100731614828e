using System.Runtime.InteropServices;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>
/// Options of a manager. Set every member to 0, then <c>size</c>, then the others as needed: a program compiled against an
/// older header keeps working.
/// </summary>
[CName("battery_manager_options")]
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ManagerOptions
{
    /// <summary><c>sizeof(battery_manager_options)</c>.</summary>
    public uint Size;

    /// <summary>Which batteries to list, a combination of <c>battery_scopes</c>; 0 means those of the system.</summary>
    public uint Scopes;

    /// <summary>
    /// A directory to read instead of <c>/sys</c>, UTF-8, for example a host's <c>/sys</c> mounted in a container; NULL
    /// means <c>/sys</c>. Linux only.
    /// </summary>
    [Const]
    public byte* SysfsRoot;

    /// <summary>
    /// A recording to read instead of this machine, UTF-8: a file written by <c>battery_manager_save_recording</c>, a copy
    /// of a <c>power_supply</c> directory, or the output of <c>ioreg</c> on a Mac; NULL means this machine. Cannot be
    /// combined with <c>sysfs_root</c>.
    /// </summary>
    [Const]
    public byte* Recording;
}
