using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Raw;

public class RawTextTests
{
    [Theory]
    [InlineData("SMP", "SMP")]
    [InlineData("  5753 \n", "5753")]
    [InlineData("LNV\u00014\t", "LNV4")]
    [InlineData("ACME\0garbage", "ACME")]
    [InlineData("Größe", "Größe")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("\n", null)]
    [InlineData("UNKNOWN\n", null)]
    [InlineData("Unknown", null)]
    [InlineData("Unknown 2", "Unknown 2")]
    public void Set_trims_and_makes_an_empty_string_unknown(string bytes, string? expected) =>
        Assert.Equal(expected, RawText.Decode(Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void Set_replaces_invalid_UTF8() => Assert.Equal("AB\uFFFD", RawText.Decode([0x41, 0x42, 0xB2]));

    [Fact]
    public void Set_makes_a_string_without_letters_unknown() => Assert.Null(RawText.Decode([0xB2, 0xFF, 0x20]));

    [Fact]
    public void Set_truncates_a_long_string()
    {
        var text = new RawText();
        text.Set(Encoding.ASCII.GetBytes(new string('x', 4096)));
        Assert.Equal(PlainText.MaxBytes, text.Text!.Length);
    }

    [Fact]
    public void Set_keeps_the_string_for_the_same_bytes()
    {
        var text = new RawText();
        text.Set("SMP"u8);
        string? first = text.Text;
        text.Clear(ValueQuality.Missing);
        Assert.Null(text.Text);
        text.Set("SMP"u8);
        Assert.Same(first, text.Text);
        text.Set("LGC"u8);
        Assert.Equal("LGC", text.Text);
    }
}
