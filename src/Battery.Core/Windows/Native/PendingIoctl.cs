using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>
/// An overlapped request to a device of a <see cref="CompletionPort"/>. The system writes into its memory until it is completed, so
/// the port frees the memory when it takes the completion.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PendingIoctl
{
    private readonly byte[] _response = new byte[BatteryStatus.Size];
    private Memory* _memory = (Memory*)NativeMemory.AllocZeroed((nuint)sizeof(Memory));
    private int _length;

    private PendingIoctl()
    {
    }

    /// <summary>The address that the port reports with the completion.</summary>
    public nint Address => (nint)_memory;

    /// <summary>Of a completed request: 0, or an error.</summary>
    public int Error { get; private set; }

    /// <summary>Of a completed request: the output buffer.</summary>
    public ReadOnlySpan<byte> Response => _response.AsSpan(0, _length);

    /// <summary>Sends a request. Its completion arrives at the port, also if the driver completes it at once.</summary>
    /// <param name="port">The port of the device.</param>
    /// <param name="device">The device.</param>
    /// <param name="code">The ioctl.</param>
    /// <param name="request">The input buffer, at most a BATTERY_WAIT_STATUS long.</param>
    /// <returns>Null if the request failed at once: then nothing arrives.</returns>
    public static PendingIoctl? Begin(CompletionPort port, SafeFileHandle device, uint code, ReadOnlySpan<uint> request)
    {
        var pending = new PendingIoctl();
        Memory* memory = pending._memory;
        request.CopyTo(new Span<uint>(memory->Request, Memory.RequestLength));
        port.Add(pending);
        int error = Kernel32.BeginIoctl(
            device, code, memory->Request, request.Length * sizeof(uint), memory->Response, BatteryStatus.Size, &memory->Overlapped);
        if (error is Win32Error.None or Win32Error.IoPending)
        {
            return pending;
        }

        port.Remove(pending.Address);
        pending.Free();
        return null;
    }

    /// <summary>Takes the result over from the system's memory, which is freed.</summary>
    internal void Complete(int error, int length)
    {
        Error = error;
        _length = Math.Min(length, _response.Length);
        new ReadOnlySpan<byte>(_memory->Response, _length).CopyTo(_response);
        Free();
    }

    private void Free()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }

    // The overlapped structure is the first, so that its address is that of the request. It has no event: the system cancels
    // the requests of a thread that ends, except those that are completed at a port and nowhere else.
    private struct Memory
    {
        public const int RequestLength = 5;

        public NativeOverlapped Overlapped;
        public fixed uint Request[RequestLength];
        public fixed byte Response[BatteryStatus.Size];
    }
}
