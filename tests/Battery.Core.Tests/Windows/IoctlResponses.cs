using System.Buffers.Binary;
using System.Text;

namespace Battery.Core.Tests.Windows;

/// <summary>The bytes that a battery driver answers, laid out as poclass.h has them.</summary>
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
        byte[] answer = new byte[36];
        Write(answer, 0, capabilities);
        answer[4] = 1;
        Encoding.ASCII.GetBytes(chemistry).CopyTo(answer, 8);
        Write(answer, 12, design);
        Write(answer, 16, full);
        Write(answer, 20, design / 20);
        Write(answer, 24, design / 10);
        Write(answer, 32, cycles);
        return answer;
    }

    public static byte[] Status(uint state = Discharging, uint capacity = 30_000, uint voltage = 11_800, int rate = -12_000)
    {
        byte[] answer = new byte[16];
        Write(answer, 0, state);
        Write(answer, 4, capacity);
        Write(answer, 8, voltage);
        Write(answer, 12, unchecked((uint)rate));
        return answer;
    }

    public static byte[] Number(uint number)
    {
        byte[] answer = new byte[4];
        Write(answer, 0, number);
        return answer;
    }

    public static byte[] Date(byte day, byte month, ushort year) => [day, month, (byte)year, (byte)(year >> 8)];

    public static byte[] Text(string text) => Encoding.Unicode.GetBytes(text);

    private static void Write(byte[] answer, int offset, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(offset), number);
}
