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
    public void Texts_are_trimmed_and_an_empty_one_is_none(string bytes, string? expected) =>
        Assert.Equal(expected, RawText.Decode(Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_seen() => Assert.Equal("AB\uFFFD", RawText.Decode([0x41, 0x42, 0xB2]));

    [Fact]
    public void Nothing_but_garbage_is_no_text() => Assert.Null(RawText.Decode([0xB2, 0xFF, 0x20]));

    [Fact]
    public void A_text_as_long_as_a_page_is_cut()
    {
        var text = new RawText();
        text.Set(Encoding.ASCII.GetBytes(new string('x', 4096)));
        Assert.Equal(RawText.MaxBytes, text.Text!.Length);
    }

    [Fact]
    public void The_same_bytes_again_make_no_new_string()
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
