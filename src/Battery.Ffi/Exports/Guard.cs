using System.Runtime.CompilerServices;
using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Guest;

namespace Battery.Ffi.Exports;

/// <summary>
/// Wraps every export, because an exception that leaves an export ends the caller's process. The work is a function pointer:
/// a delegate would be allocated outside the guard, where an allocation can fail. Its methods are inlined, so that a leak checker
/// that follows frame pointers sees the export.
/// </summary>
internal static unsafe class Guard
{
    /// <summary>Clears the last error and runs an export's work.</summary>
    /// <typeparam name="TArgument">The type of the work's arguments.</typeparam>
    /// <typeparam name="TResult">The return type of the export.</typeparam>
    /// <param name="argument">The work's arguments.</param>
    /// <param name="onError">The return value if the work fails.</param>
    /// <param name="work">The work.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Run<TArgument, TResult>(TArgument argument, TResult onError, delegate*<TArgument, TResult> work)
        where TArgument : unmanaged
        where TResult : unmanaged =>
        Try(argument, work, clears: true, out TResult result) == BatteryError.None ? result : onError;

    /// <summary>Runs the work of an export that returns a status: a failure is its negative <see cref="BatteryError"/>.</summary>
    /// <typeparam name="TArgument">The type of the work's arguments.</typeparam>
    /// <param name="argument">The work's arguments.</param>
    /// <param name="work">The work.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Status<TArgument>(TArgument argument, delegate*<TArgument, int> work)
        where TArgument : unmanaged
    {
        BatteryError error = Try(argument, work, clears: true, out int status);
        return error == BatteryError.None ? status : (int)error;
    }

    /// <summary>Runs the work of an export that does not clear the last error: the functions that free, and those that return the error.</summary>
    /// <typeparam name="TArgument">The type of the work's arguments.</typeparam>
    /// <typeparam name="TResult">The return type of the export.</typeparam>
    /// <param name="argument">The work's arguments.</param>
    /// <param name="onError">The return value if the work fails.</param>
    /// <param name="work">The work.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult KeepError<TArgument, TResult>(TArgument argument, TResult onError, delegate*<TArgument, TResult> work)
        where TArgument : unmanaged
        where TResult : unmanaged =>
        Try(argument, work, clears: false, out TResult result) == BatteryError.None ? result : onError;

    private static BatteryError Try<TArgument, TResult>(TArgument argument, delegate*<TArgument, TResult> work, bool clears, out TResult result)
        where TArgument : unmanaged
        where TResult : unmanaged
    {
        result = default;
        if (GuestProcess.IsRefused)
        {
            return GuestProcess.Error;
        }

        try
        {
            if (clears)
            {
                LastError.Clear();
            }

            result = work(argument);
            return BatteryError.None;
        }
        catch (Exception exception)
        {
            return Report(exception);
        }
    }

    // Turns an exception into the last error. The first error of a thread allocates thread storage: if that fails, the error is not kept.
    private static BatteryError Report(Exception exception)
    {
        try
        {
            switch (exception)
            {
                case BatteryException known:
                    return LastError.Set(known.Code, known.Message);
                case OutOfMemoryException or TypeInitializationException { InnerException: OutOfMemoryException }:
                    return LastError.Set(BatteryError.OutOfMemory, "out of memory");
                default:
                    // The library contains neither the messages nor the names of the framework's exceptions, only their numbers.
                    return LastError.Set(BatteryError.Internal, $"internal error in libbattery (0x{exception.HResult:X8}); please report it");
            }
        }
        catch (OutOfMemoryException)
        {
            return BatteryError.OutOfMemory;
        }
    }
}
