using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

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

    /// <summary>Runs the work of an export that frees. NULL is nothing; a success leaves the last error as it is, so that clean-up code does not hide it.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="kind">What it should be.</param>
    /// <param name="free">Frees it, and says whether it was live.</param>
    public static void Free(nint handle, HandleKind kind, Func<nint, bool> free)
    {
        if (handle == 0)
        {
            return;
        }

        try
        {
            if (!free(handle))
            {
                LastError.SetInvalidHandle(kind);
            }
        }
        catch (OutOfMemoryException)
        {
            // The handle is dead already; only its slot is not used again.
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
