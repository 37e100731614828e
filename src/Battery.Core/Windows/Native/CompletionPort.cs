using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Model;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>
/// An I/O completion port: the completions of requests to devices, and wake-ups, in one queue. A request to a device of a port
/// survives the thread that sent it; any other request is canceled when that thread ends.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class CompletionPort : IDisposable
{
    private const int CancelMilliseconds = 1000;

    private readonly SafeFileHandle _port;
    private readonly Lock _gate = new();
    private readonly Dictionary<nint, PendingIoctl> _requests = [];
    private int _isWakePosted;

    /// <summary>Creates a port.</summary>
    /// <exception cref="BatteryException">The system does not create one.</exception>
    public CompletionPort()
    {
        _port = Kernel32.CreatePort();
        if (_port.IsInvalid)
        {
            throw new BatteryException(
                BatteryError.Io, $"cannot wait for changes: Windows reported error {Marshal.GetLastPInvokeError()} when a completion port was created");
        }
    }

    /// <summary>Whether requests to a device are completed at this port from now on.</summary>
    public bool TryAssociate(SafeFileHandle device) => Kernel32.Associate(_port, device);

    /// <summary>Ends the current <see cref="Take"/>, else the next one. From any thread. Wake-ups that were not taken are one.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isWakePosted, 1) == 0)
        {
            Kernel32.PostWake(_port);
        }
    }

    /// <summary>Waits for a completion or a wake-up. One thread at a time.</summary>
    /// <param name="milliseconds">The timeout.</param>
    /// <param name="completed">The completed request; null at a wake-up or a timeout.</param>
    /// <returns>False if the timeout has elapsed.</returns>
    public bool Take(int milliseconds, out PendingIoctl? completed)
    {
        int error = Kernel32.TakeCompletion(_port, milliseconds, out NativeOverlapped* overlapped, out int length);
        completed = null;
        if (overlapped is not null)
        {
            completed = Remove((nint)overlapped);
            completed.Complete(error, length);
            return true;
        }

        if (error == Win32Error.None)
        {
            Volatile.Write(ref _isWakePosted, 0);
        }

        return error == Win32Error.None;
    }

    /// <summary>Closes the port after the requests of closed devices have been completed.</summary>
    public void Dispose()
    {
        // If a driver does not complete its request, the memory is leaked: the driver may still write to it.
        while (HasRequests() && Take(CancelMilliseconds, out _))
        {
        }

        _port.Dispose();
    }

    /// <summary>Keeps a request until it is completed.</summary>
    internal void Add(PendingIoctl request)
    {
        lock (_gate)
        {
            _requests.Add(request.Address, request);
        }
    }

    /// <summary>The request at an address, which is not kept any longer.</summary>
    internal PendingIoctl Remove(nint address)
    {
        lock (_gate)
        {
            _requests.Remove(address, out PendingIoctl? request);
            return request!;
        }
    }

    private bool HasRequests()
    {
        lock (_gate)
        {
            return _requests.Count > 0;
        }
    }
}
