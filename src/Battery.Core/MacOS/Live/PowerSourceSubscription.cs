using System.Buffers.Binary;
using System.Runtime.Versioning;
using Battery.Core.MacOS.Native;
using Battery.Core.Posix;

namespace Battery.Core.MacOS.Live;

/// <summary>
/// A subscription to the notification that IOPSNotificationCreateRunLoopSource uses, too. Unlike that source, which holds a port
/// and a subscription after it is released, this one leaves nothing behind.
/// </summary>
[SupportedOSPlatform("macos")]
internal sealed class PowerSourceSubscription : IDisposable
{
    // kIOPSNotifyTimeRemaining.
    private const string Name = "com.apple.system.powersources.timeremaining";

    // The smallest pipe of the kernel. notifyd cancels a subscription whose pipe is full, and does not report that.
    private const int SmallestPipe = 512;

    private readonly int _token;
    private readonly OwnDescriptor _descriptor;

    private PowerSourceSubscription(int token, int descriptor)
    {
        _token = token;
        _descriptor = OwnDescriptor.Of(descriptor);
    }

    /// <summary>What to poll; use it only if <see cref="IsOpen"/>.</summary>
    public int Descriptor => _descriptor.Number;

    /// <summary>Whether the program has not closed the descriptor.</summary>
    public bool IsOpen => _descriptor.IsOpen;

    /// <summary>Subscribes; null if the system does not accept it.</summary>
    public static PowerSourceSubscription? TryOpen() => LibSystem.TryRegister(Name, out int descriptor, out int token) ? new(token, descriptor) : null;

    /// <summary>Takes all notifications that have arrived, so that a burst of them is reported once. Call it if the descriptor is readable.</summary>
    /// <param name="mayBeCancelled">Whether more notifications may not arrive; subscribe again.</param>
    /// <returns>Whether one arrived.</returns>
    public bool Receive(out bool mayBeCancelled)
    {
        Span<byte> tokens = stackalloc byte[SmallestPipe];
        int received = 0;
        bool isNotified = false;

        // During the poll the program may have closed the descriptor and reused its number.
        while (IsOpen && FileDescriptors.IsReadable(Descriptor))
        {
            int length = FileDescriptors.Read(Descriptor, tokens);
            if (length <= 0)
            {
                mayBeCancelled = true;
                return isNotified;
            }

            received += length;
            for (int i = 0; i + sizeof(int) <= length; i += sizeof(int))
            {
                isNotified |= BinaryPrimitives.ReadInt32BigEndian(tokens[i..]) == _token;
            }
        }

        mayBeCancelled = received >= SmallestPipe;
        return isNotified;
    }

    /// <inheritdoc/>
    /// <remarks>The system closes the descriptor, also if the program has reused its number. The subscription is then left.</remarks>
    public void Dispose()
    {
        if (IsOpen)
        {
            LibSystem.Cancel(_token);
        }
    }
}
