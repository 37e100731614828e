namespace Battery.Core.Linux.Decoding;

/// <summary>A uevent message of the kernel: <c>change@/devices/…</c>, then <c>KEY=value</c> strings, each terminated by NUL.</summary>
internal static class UeventMessage
{
    /// <summary>Whether it is about a power supply.</summary>
    public static bool IsOfPowerSupply(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> wanted = "\0SUBSYSTEM=power_supply"u8;
        int start = message.IndexOf(wanted);
        return start >= 0 && (start + wanted.Length == message.Length || message[start + wanted.Length] == 0);
    }
}
