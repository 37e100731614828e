namespace Battery.Tests.Shared;

/// <summary>
/// Work on threads of its own. An exception of a thread that a test starts itself ends the test program, and the test has no result.
/// </summary>
public static class OwnThreads
{
    // Only ends a test that hangs.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>Starts work on a thread of its own.</summary>
    public static Task<T> Start<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Runs each piece of work on a thread of its own, at the same time, and waits for all of them.</summary>
    /// <exception cref="AggregateException">What they threw.</exception>
    /// <exception cref="TimeoutException">One of them hangs.</exception>
    public static void Run(params IEnumerable<Action> work)
    {
        Task[] all = [.. work.Select(static one => Start(() =>
        {
            one();
            return true;
        }))];
        if (!Task.WaitAll(all, s_limit))
        {
            throw new TimeoutException($"a thread of the test did not end within {s_limit}");
        }
    }
}
