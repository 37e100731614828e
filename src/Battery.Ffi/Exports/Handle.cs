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

    /// <summary>Adds a handle of the next item of an iterator.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="iterator">The iterator.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="itemKind">The kind of the item's handle.</param>
    /// <returns>0 at the end and on an error.</returns>
    public static nint Next<T>(nint iterator, HandleKind kind, HandleKind itemKind)
        where T : class =>
        Get<Enumerator<T>>(iterator, kind)?.Next() is { } item ? Add(itemKind, item) : 0;

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
