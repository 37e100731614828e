using Battery.Core.Model;

namespace Battery.Core.Recordings;

/// <summary>The largest recording that is opened, so that memory and time are bounded. What is saved is within the same limits.</summary>
internal static class RecordingLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int MaxSize = 4 << 20;

    /// <summary>Lines, XML elements, items of text: the object of each takes far more memory than its bytes.</summary>
    public const int MaxParts = 250_000;

    /// <summary>Bytes of a line.</summary>
    public const int MaxLine = 64 << 10;

    /// <summary>Devices of a machine.</summary>
    public const int MaxDevices = 10_000;

    /// <summary>Answers of a device.</summary>
    public const int MaxAnswers = 1_000;

    private const string Advice = "for a Mac's registry give the output of 'ioreg -arn AppleSmartBattery'";

    /// <summary>Refuses a file that is too long.</summary>
    /// <exception cref="BatteryException">It is.</exception>
    public static void CheckSize(long bytes)
    {
        if (bytes > MaxSize)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it is longer than {MaxSize >> 20} MB, which is too long for a recording; {Advice}");
        }
    }

    /// <summary>Refuses a file that has too much in it.</summary>
    /// <exception cref="BatteryException">It has.</exception>
    public static void CheckParts(ReadOnlySpan<byte> file)
    {
        if (file.Count((byte)'\n') + file.Count((byte)'<') + file.Count((byte)',') > MaxParts)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it has more than {MaxParts} lines and values, which is too many for a recording; {Advice}");
        }
    }
}
