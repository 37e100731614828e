using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Model;

/// <summary>Text from hardware and files can reach a terminal: it is data there, too.</summary>
public class PlainTextTests
{
    // Set the title, clear the screen with C1, overwrite the line, reverse the direction, start another line.
    private const string Hostile = "a\u001B]0;PWNED\u0007b\u009B2Jc\rd\u202Ee\u2066f\u2028g\u2029h\u200Fi\u061Cj\nk\0l\u007Fm";

    [Fact]
    public void WithoutControls_removes_control_and_bidirectional_characters_and_no_others() =>
        Assert.Equal("a]0;PWNEDb2Jcdefghijklm Größe \u200D\U0001F50B", PlainText.WithoutControls(Hostile + " Größe \u200D\U0001F50B"));

    [Fact]
    public void Clean_returns_the_same_string_when_nothing_has_to_change()
    {
        string text = "BAT0 Größe";
        Assert.Same(text, PlainText.Clean(text));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ä")]
    [InlineData("€")]
    [InlineData("\U0001F50B")]
    public void Clean_and_Truncate_end_at_a_character(string character)
    {
        string text = "xy" + string.Concat(Enumerable.Repeat(character, 1000));
        string cut = PlainText.Clean(text);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), PlainText.MaxBytes - 3, PlainText.MaxBytes);
        Assert.StartsWith(cut, text, StringComparison.Ordinal);
        Assert.Equal(cut, Encoding.UTF8.GetString(PlainText.Truncate(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Truncate_ends_although_the_bytes_are_not_UTF8() =>
        Assert.InRange(PlainText.Truncate(Enumerable.Repeat((byte)0x80, 1000).ToArray()).Length, PlainText.MaxBytes - 3, PlainText.MaxBytes);

    [Fact]
    public void A_name_a_property_an_adapter_and_a_message_are_clean()
    {
        var raw = new RawReading { Name = Hostile + new string('x', 1000) };
        raw.Text(SupplyProperty.ModelName).Set(Encoding.UTF8.GetBytes("m\u202E\u2028\u001B[31m"));
        Assert.StartsWith("a]0;PWNEDb2Jc", raw.Name, StringComparison.Ordinal);
        Assert.Equal(PlainText.MaxBytes, raw.Name.Length);
        Assert.Equal("m[31m", raw.Text(SupplyProperty.ModelName).Text);
        var none = Measurement.Unknown(ValueQuality.Missing);
        Assert.Equal("a]0;PWNEDb2Jcdefghijklm", new Adapter(Hostile, AdapterType.Mains, isOnline: true, none, none, none).Name);
        Assert.Equal("a]0;PWNEDb2Jcdefghijklm", new BatteryException(BatteryError.Io, Hostile).Message);
    }
}
