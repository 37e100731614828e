using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Guest;

namespace Battery.Ffi.Exports;

/// <summary>
/// Stands around every export: an exception that left one would end the caller's process. The work is a function pointer,
/// since a delegate would be allocated outside the guard, where memory may be used up.
/// </summary>
internal static unsafe class Guard
{
    /// <summary>Runs an export's work, with a last error that is clear unless the work sets one.</summary>
    /// <typeparam name="TArgument">What the work needs.</typeparam>
    /// <typeparam name="TResult">What the export returns.</typeparam>
    /// <param name="argument">What the work needs.</param>
    /// <param name="onError">What the export returns when the work fails.</param>
    /// <param name="work">The work.</param>
    public static TResult Run<TArgument, TResult>(TArgument argument, TResult onError, delegate*<TArgument, TResult> work)
        where TArgument : unmanaged
        where TResult : unmanaged
    {
        if (GuestProcess.IsRefused)
        {
            return onError;
        }

        try
        {
            LastError.Clear();
            return work(argument);
        }
        catch (Exception exception)
        {
            Report(exception);
            return onError;
        }
    }

    /// <summary>Runs the work of an export that returns a status: a failure is its negative <see cref="BatteryError"/>.</summary>
    /// <typeparam name="TArgument">What the work needs.</typeparam>
    /// <param name="argument">What the work needs.</param>
    /// <param name="work">The work.</param>
    public static int Status<TArgument>(TArgument argument, delegate*<TArgument, int> work)
        where TArgument : unmanaged
    {
        if (GuestProcess.IsRefused)
        {
            return (int)GuestProcess.Error;
        }

        try
        {
            LastError.Clear();
            return work(argument);
        }
        catch (Exception exception)
        {
            return (int)Report(exception);
        }
    }

    /// <summary>Runs the work of an export that leaves the last error as it is unless it fails: what frees, and what asks for the error.</summary>
    /// <typeparam name="TArgument">What the work needs.</typeparam>
    /// <typeparam name="TResult">What the export returns.</typeparam>
    /// <param name="argument">What the work needs.</param>
    /// <param name="onError">What the export returns when the work fails.</param>
    /// <param name="work">The work.</param>
    public static TResult Quietly<TArgument, TResult>(TArgument argument, TResult onError, delegate*<TArgument, TResult> work)
        where TArgument : unmanaged
        where TResult : unmanaged
    {
        if (GuestProcess.IsRefused)
        {
            return onError;
        }

        try
        {
            return work(argument);
        }
        catch (Exception exception)
        {
            Report(exception);
            return onError;
        }
    }

    // Turns an exception into the last error. A thread's first error needs memory itself: without it the error is not kept.
    private static BatteryError Report(Exception exception)
    {
        try
        {
            switch (exception)
            {
                case BatteryException known:
                    return LastError.Set(known.Code, known.Message);
                case OutOfMemoryException:
                    return LastError.Set(BatteryError.OutOfMemory, "out of memory");
                default:
                    // Neither the texts nor the names of the framework's own exceptions are in the library; the number is.
                    return LastError.Set(BatteryError.Internal, $"a fault in libbattery (0x{exception.HResult:X8}); please report it");
            }
        }
        catch (OutOfMemoryException)
        {
            return BatteryError.OutOfMemory;
        }
    }
}
