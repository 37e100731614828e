using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// A recording is a file with the raw data that a machine reports about its power supplies, to be read on another machine.
/// <c>battery_manager_options.recording</c> opens one.
/// </summary>
[Section(80, "Recordings")]
[Since("0.1.0")]
public static unsafe class RecordingExports
{
    /// <summary>Saves the raw data that the manager's machine reports about its power supplies, including peripherals.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="path">The file to write, UTF-8.</param>
    /// <param name="flags">A combination of <c>battery_recording_flags</c>; 0 masks serial numbers and does not overwrite an existing file.</param>
    /// <returns>
    /// 0, or a negative <c>battery_error</c>: BATTERY_ERROR_ALREADY_EXISTS, BATTERY_ERROR_NOT_FOUND if the directory of the
    /// file does not exist, BATTERY_ERROR_PERMISSION_DENIED, BATTERY_ERROR_IO.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_save_recording")]
    public static int Save(ManagerHandle* manager, [Const] byte* path, uint flags) =>
        Guard.Status(((nint)manager, (nint)path, flags), &Save);

    private static int Save((nint Manager, nint Path, uint Flags) arguments)
    {
        if (Handle.Get<ManagerState>(arguments.Manager, HandleKind.Manager) is not { } state)
        {
            return (int)BatteryError.InvalidHandle;
        }

        if (Argument.Path((byte*)arguments.Path, "the path") is not { } file
            || (arguments.Flags & ~(uint)(RecordingFlags.Overwrite | RecordingFlags.SerialNumbers)) != 0)
        {
            return (int)LastError.Set(
                BatteryError.InvalidArgument,
                "battery_manager_save_recording needs the path of a file, and flags that are a combination of battery_recording_flags");
        }

        var flags = (RecordingFlags)arguments.Flags;
        RecordingFile.Save(state.Source.Record(flags.HasFlag(RecordingFlags.SerialNumbers)), file, flags.HasFlag(RecordingFlags.Overwrite));
        return 0;
    }
}
