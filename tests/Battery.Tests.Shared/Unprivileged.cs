using System.Runtime.InteropServices;

namespace Battery.Tests.Shared;

/// <summary>
/// Runs a piece of a test without the right to read everything, so that EACCES is real even where tests run as root:
/// Linux keeps the identity that files are opened with for each thread, and drops root's override with it. Other users
/// have no such right to begin with, and cannot change the identity.
/// </summary>
public static partial class Unprivileged
{
    private const int Nobody = 65534;

    public static void Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            int own = setfsuid(Nobody);
            try
            {
                var task = new Task(action);
                task.RunSynchronously(new ThreadScheduler());
                task.GetAwaiter().GetResult();
            }
            catch (Exception e)
            {
                failure = e;
            }
            finally
            {
                _ = setfsuid(own);
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }

    // Tasks that the action starts on the current scheduler get a new thread, which inherits the identity of the one that starts it.
    private sealed class ThreadScheduler : TaskScheduler
    {
        protected override void QueueTask(Task task) => new Thread(() => TryExecuteTask(task)).Start();

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => !taskWasPreviouslyQueued && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }

#pragma warning disable IDE1006 // The name is the system's.
    [LibraryImport("libc")]
    private static partial int setfsuid(int user);
#pragma warning restore IDE1006
}
