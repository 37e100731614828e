using System.Text;
using System.Text.RegularExpressions;
using Battery.PowerShell.Interop;

namespace Battery.Ffi.Tests;

/// <summary>The formats of the library.</summary>
internal static unsafe partial class MetricText
{
    /// <summary>The last reading of a battery in a format.</summary>
    public static string Of(nint battery, MetricFormat format)
    {
        int length = NativeMethods.battery_format(battery, format, null, 0);
        Assert.True(length > 0, OpenTree.Message());
        byte[] buffer = new byte[length + 1];
        fixed (byte* start = buffer)
        {
            Assert.Equal(length, NativeMethods.battery_format(battery, format, start, buffer.Length));
        }

        Assert.Equal(0, buffer[length]);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>All batteries of a manager in a format.</summary>
    public static string All(nint manager, MetricFormat format)
    {
        string? text = NativeText.Take(NativeMethods.battery_manager_format(manager, format));
        Assert.True(text is not null, OpenTree.Message());
        return text!;
    }

    /// <summary>JSON without the time of reading.</summary>
    public static string WithoutTime(string json) => Timestamp().Replace(json, string.Empty);

    [GeneratedRegex(",\"timestamp_s\":[0-9.]+")]
    private static partial Regex Timestamp();
}
