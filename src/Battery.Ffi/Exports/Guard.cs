using Battery.Core.Model;
using Battery.Ffi.Errors;

namespace Battery.Ffi.Exports;

/// <summary>Stands around every export: an exception that left one would end the caller's process.</summary>
internal static class Guard
{
    /// <summary>Runs an export's work, with a last error that is clear unless the work sets one.</summary>
    /// <typeparam name="TArgument">What the work needs; passed, not captured, so that nothing is allocated.</typeparam>
    /// <typeparam name="TResult">What the export returns.</typeparam>
    public static TResult Run<TArgument, TResult>(TArgument argument, TResult onError, Func<TArgument, TResult> work)
    {
        LastError.Clear();
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

    /// <summary>Runs the work of an export that returns a status: a failure is its negative <see cref="BatteryError"/>.</summary>
    /// <typeparam name="TArgument">What the work needs.</typeparam>
    public static int Status<TArgument>(TArgument argument, Func<TArgument, int> work)
    {
        LastError.Clear();
        try
        {
            return work(argument);
        }
        catch (Exception exception)
        {
            Report(exception);
            return (int)LastError.Code;
        }
    }

    /// <summary>Turns an exception into the last error.</summary>
    public static void Report(Exception exception)
    {
        switch (exception)
        {
            case BatteryException known:
                LastError.Set(known.Code, known.Message);
                break;
            case OutOfMemoryException:
                LastError.Set(BatteryError.OutOfMemory, "out of memory");
                break;
            default:
                // Neither the texts nor the names of the framework's own exceptions are in the library; the number is.
                LastError.Set(BatteryError.Internal, $"a fault in libbattery (0x{exception.HResult:X8}); please report it");
                break;
        }
    }
}
