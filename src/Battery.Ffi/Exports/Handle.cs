using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>The handle table as exports use it: a handle that is none sets the last error.</summary>
internal static class Handle
{
    public static T? Get<T>(nint handle, HandleKind kind)
        where T : class
    {
        if (HandleTable.Get<T>(handle) is { } target)
        {
            return target;
        }

        LastError.SetInvalidHandle(kind);
        return null;
    }

    public static nint Add(HandleKind kind, object target)
    {
        nint handle = HandleTable.Add(kind, target);
        if (handle == 0)
        {
            LastError.Set(BatteryError.OutOfMemory, "a million handles are in use; free those that are no longer needed");
        }

        return handle;
    }
}
