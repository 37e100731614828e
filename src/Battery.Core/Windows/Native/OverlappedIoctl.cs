using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>An overlapped request to a device. The system writes into its memory until it is completed.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class OverlappedIoctl : IDisposable
{
    private const int CancelMilliseconds = 1000;

    private readonly SafeFileHandle _device;
    private readonly ManualResetEvent _done = new(false);
    private readonly Memory* _memory;

    private OverlappedIoctl(SafeFileHandle device)
    {
        _device = device;
        _memory = (Memory*)NativeMemory.AllocZeroed((nuint)sizeof(Memory));
        _memory->Overlapped.EventHandle = _done.SafeWaitHandle.DangerousGetHandle();
    }

    /// <summary>Set when the request is completed.</summary>
    public WaitHandle Done => _done;

    /// <summary>Sends a request; null if the device cannot be opened.</summary>
    /// <param name="path">The device.</param>
    /// <param name="code">The ioctl.</param>
    /// <param name="request">The input buffer, at most a BATTERY_WAIT_STATUS long.</param>
    public static OverlappedIoctl? Begin(string path, uint code, ReadOnlySpan<uint> request)
    {
        SafeFileHandle device = Kernel32.OpenDevice(path, isOverlapped: true, out int error);
        if (error != Win32Error.None)
        {
            device.Dispose();
            return null;
        }

        var pending = new OverlappedIoctl(device);
        request.CopyTo(new Span<uint>(pending._memory->Request, Memory.RequestLength));
        error = Kernel32.BeginIoctl(
            device, code, pending._memory->Request, request.Length * sizeof(uint), pending._memory->Response, BatteryStatus.Size, &pending._memory->Overlapped);

        // A request that completes at once sets the event; one that fails at once does not.
        if (error is not (Win32Error.None or Win32Error.IoPending))
        {
            pending._memory->Refusal = error;
            pending._done.Set();
        }

        return pending;
    }

    /// <summary>The output buffer of a completed request.</summary>
    /// <returns>0, or an error.</returns>
    public int End(Span<byte> response, out int length)
    {
        length = 0;
        if (_memory->Refusal != Win32Error.None)
        {
            return _memory->Refusal;
        }

        int error = Kernel32.EndIoctl(_device, &_memory->Overlapped, out length);
        new ReadOnlySpan<byte>(_memory->Response, Math.Min(length, BatteryStatus.Size)).CopyTo(response);
        return error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_done.WaitOne(0))
        {
            Kernel32.Cancel(_device, &_memory->Overlapped);
        }

        // If the driver does not complete the request, its memory is leaked: the driver may still write to it.
        if (_done.WaitOne(CancelMilliseconds))
        {
            NativeMemory.Free(_memory);
            _done.Dispose();
        }

        _device.Dispose();
    }

    private struct Memory
    {
        public const int RequestLength = 5;

        public NativeOverlapped Overlapped;
        public fixed uint Request[RequestLength];
        public fixed byte Response[BatteryStatus.Size];
        public int Refusal;
    }
}
