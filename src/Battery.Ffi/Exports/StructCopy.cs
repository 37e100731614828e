using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>
/// Copies the values of a handle's object into a struct of the caller. A program compiled against an older, shorter struct gets the
/// members it knows; members that the library does not know are set to 0.
/// </summary>
internal static unsafe class StructCopy
{
    // The size of the first member. No later struct will be longer than the other: a longer size is a mistake, and would overwrite memory.
    private const int MinSize = 8;
    private const int MaxSize = 4096;

    /// <summary>Copies the values.</summary>
    /// <param name="arguments">The handle, the address of the struct, and its size.</param>
    /// <param name="kind">The kind of the handle.</param>
    /// <param name="name">The name of the struct without <c>battery_</c>, for the message.</param>
    /// <param name="read">Reads the values.</param>
    /// <typeparam name="THandle">The type of the handle's object.</typeparam>
    /// <typeparam name="T">The struct.</typeparam>
    /// <returns>0, or a negative <see cref="BatteryError"/>.</returns>
    public static int Copy<THandle, T>((nint Handle, nint Target, nuint Size) arguments, HandleKind kind, string name, Func<THandle, T> read)
        where THandle : class
        where T : unmanaged
    {
        if (!IsTarget(arguments.Target, arguments.Size, name))
        {
            return (int)BatteryError.InvalidArgument;
        }

        if (Handle.Get<THandle>(arguments.Handle, kind) is not { } source)
        {
            return (int)BatteryError.InvalidHandle;
        }

        Copy(read(source), arguments.Target, arguments.Size);
        return 0;
    }

    /// <summary>Whether a struct can be written; if not, sets the last error.</summary>
    /// <param name="target">The address of the struct.</param>
    /// <param name="size">Its size.</param>
    /// <param name="name">The name of the struct without <c>battery_</c>, for the message.</param>
    public static bool IsTarget(nint target, nuint size, string name)
    {
        if (Argument.IsAddress((void*)target) && size is >= MinSize and <= MaxSize)
        {
            return true;
        }

        LastError.Set(BatteryError.InvalidArgument, $"the address of a battery_{name} and sizeof(battery_{name}) are required");
        return false;
    }

    /// <summary>Copies values to a struct that can be written.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="target">The address of the struct.</param>
    /// <param name="size">Its size.</param>
    public static void Copy<T>(in T values, nint target, nuint size)
        where T : unmanaged
    {
        nuint known = Math.Min(size, (nuint)sizeof(T));
        fixed (T* source = &values)
        {
            NativeMemory.Copy(source, (void*)target, known);
        }

        NativeMemory.Clear((byte*)target + known, size - known);
    }
}
