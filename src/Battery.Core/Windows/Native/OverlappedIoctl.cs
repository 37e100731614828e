using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>A question to a device that waits for its answer. The system writes into its memory until it is done.</summary>
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

    /// <summary>Set when there is an answer.</summary>
    public WaitHandle Done => _done;

    /// <summary>Asks; null where the device cannot be opened.</summary>
    /// <param name="path">The device.</param>
    /// <param name="code">What is asked.</param>
    /// <param name="question">The question, at most a BATTERY_WAIT_STATUS long.</param>
    public static OverlappedIoctl? Begin(string path, uint code, ReadOnlySpan<uint> question)
    {
        SafeFileHandle device = Kernel32.OpenDevice(path, isOverlapped: true, out int error);
        if (error != Win32Error.None)
        {
            device.Dispose();
            return null;
        }

        var pending = new OverlappedIoctl(device);
        question.CopyTo(new Span<uint>(pending._memory->Question, Memory.QuestionLength));
        error = Kernel32.BeginIoctl(
            device, code, pending._memory->Question, question.Length * sizeof(uint), pending._memory->Answer, BatteryStatus.Size, &pending._memory->Overlapped);

        // An answer at once sets the event; a refusal at once does not.
        if (error is not (Win32Error.None or Win32Error.IoPending))
        {
            pending._memory->Refusal = error;
            pending._done.Set();
        }

        return pending;
    }

    /// <summary>The answer of a question that is done.</summary>
    /// <returns>0, or an error.</returns>
    public int Answer(Span<byte> answer, out int length)
    {
        length = 0;
        if (_memory->Refusal != Win32Error.None)
        {
            return _memory->Refusal;
        }

        int error = Kernel32.EndIoctl(_device, &_memory->Overlapped, out length);
        new ReadOnlySpan<byte>(_memory->Answer, Math.Min(length, BatteryStatus.Size)).CopyTo(answer);
        return error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_done.WaitOne(0))
        {
            Kernel32.Cancel(_device, &_memory->Overlapped);
        }

        // What a driver does not give back is left to it: freed, it would be written to all the same.
        if (_done.WaitOne(CancelMilliseconds))
        {
            NativeMemory.Free(_memory);
            _done.Dispose();
        }

        _device.Dispose();
    }

    private struct Memory
    {
        public const int QuestionLength = 5;

        public NativeOverlapped Overlapped;
        public fixed uint Question[QuestionLength];
        public fixed byte Answer[BatteryStatus.Size];
        public int Refusal;
    }
}
