[assembly: Xunit.AssemblyFixture(typeof(Battery.Tests.DeliveredResults))]

namespace Battery.Tests;

/// <summary>
/// Lets a test program end a little after its last test. The runner of xunit reports a program that has ended as crashed, and drops
/// what it has not read, where the last message that it has read is more than 5 seconds old. On a busy machine that can be the result
/// of the last test, if that test took as long.
/// </summary>
public sealed class DeliveredResults : IAsyncDisposable
{
    // Time for the result to be read; after that, as much as is left of the 5 seconds for the last messages.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.Delay(s_delay);
}
