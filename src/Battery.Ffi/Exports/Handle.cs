using System.Runtime.CompilerServices;
using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>Finds, frees and adds handles for the exports; an invalid handle sets the last error.</summary>
internal static class Handle
{
    // The casts are unchecked: the kind determines the type, and a checked cast costs a getter 3 ns.
    public static T? Get<T>(nint handle, HandleKind kind)
        where T : class
    {
        if (HandleTable.Get(handle, kind) is { } target)
        {
            return Unsafe.As<T>(target);
        }

        LastError.SetInvalidHandle(kind);
        return null;
    }

    /// <summary>
    /// Frees a handle. NULL is ignored; an invalid handle sets the last error. Success does not clear the last error, so that
    /// clean-up code does not hide it.
    /// </summary>
    public static T? Free<T>(nint handle, HandleKind kind)
        where T : class
    {
        if (handle == 0)
        {
            return null;
        }

        if (HandleTable.Remove(handle, kind) is { } target)
        {
            return Unsafe.As<T>(target);
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
