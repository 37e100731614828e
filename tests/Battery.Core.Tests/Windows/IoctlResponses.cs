using System.Buffers.Binary;
using System.Text;

namespace Battery.Core.Tests.Windows;

/// <summary>The bytes that a battery driver responses, laid out as poclass.h has them.</summary>
internal static class IoctlResponses
{
    public const uint Unknown = 0xFFFFFFFF;
    public const int UnknownRate = int.MinValue;

    public const uint OnLine = 1;
    public const uint Discharging = 2;
    public const uint Charging = 4;
    public const uint Critical = 8;

    public const uint System = 0x80000000;
    public const uint Relative = 0x40000000;
    public const uint ShortTerm = 0x20000000;

    public static byte[] Information(uint design = 50_000, uint full = 45_000, uint cycles = 123, uint capabilities = System, string chemistry = "LION")
    {
        byte[] response = new byte[36];
        Write(response, 0, capabilities);
        response[4] = 1;
        Encoding.ASCII.GetBytes(chemistry).CopyTo(response, 8);
        Write(response, 12, design);
        Write(response, 16, full);
        Write(response, 20, design / 20);
        Write(response, 24, design / 10);
        Write(response, 32, cycles);
        return response;
    }

    public static byte[] Status(uint state = Discharging, uint capacity = 30_000, uint voltage = 11_800, int rate = -12_000)
    {
        byte[] response = new byte[16];
        Write(response, 0, state);
        Write(response, 4, capacity);
        Write(response, 8, voltage);
        Write(response, 12, unchecked((uint)rate));
        return response;
    }

    public static byte[] Number(uint number)
    {
        byte[] response = new byte[4];
        Write(response, 0, number);
        return response;
    }

    public static byte[] Date(byte day, byte month, ushort year) => [day, month, (byte)year, (byte)(year >> 8)];

    public static byte[] Text(string text) => Encoding.Unicode.GetBytes(text);

    private static void Write(byte[] response, int offset, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(response.AsSpan(offset), number);
}
