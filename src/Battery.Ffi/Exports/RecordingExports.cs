using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>Recordings: what a machine says of its power supplies in a file, for another machine to read. <c>battery_manager_options.recording</c> opens one.</summary>
public static unsafe class RecordingExports
{
    /// <summary>Saves what the manager's machine says of its power supplies, peripherals' too, word for word and before any rule.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="path">The file to write, UTF-8.</param>
    /// <param name="flags">A sum of <c>battery_recording_saving</c>; 0 masks serial numbers and overwrites nothing.</param>
    /// <returns>0, or a negative <c>battery_error</c>: BATTERY_ERROR_ALREADY_EXISTS, BATTERY_ERROR_NOT_FOUND where the file's folder is not there, BATTERY_ERROR_PERMISSION_DENIED, BATTERY_ERROR_IO.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_save_recording")]
    public static int Save(ManagerHandle* manager, [Const] byte* path, uint flags) =>
        Guard.Status(((nint)manager, (nint)path, flags), &Save);

    private static int Save((nint Manager, nint Path, uint Flags) call)
    {
        if (Handle.Get<OpenManager>(call.Manager, HandleKind.Manager) is not { } open)
        {
            return (int)BatteryError.InvalidHandle;
        }

        if (Argument.Path((byte*)call.Path, "the path") is not { } file || (call.Flags & ~(uint)(RecordingSaving.Overwrite | RecordingSaving.SerialNumbers)) != 0)
        {
            return (int)LastError.Set(
                BatteryError.InvalidArgument,
                "battery_manager_save_recording needs the path of a file, and flags that are a sum of battery_recording_saving");
        }

        var wanted = (RecordingSaving)call.Flags;
        RecordingFile.Save(open.Source.Record(wanted.HasFlag(RecordingSaving.SerialNumbers)), file, wanted.HasFlag(RecordingSaving.Overwrite));
        return 0;
    }
}
