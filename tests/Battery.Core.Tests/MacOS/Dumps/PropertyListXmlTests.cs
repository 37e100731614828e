using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Dumps;

public class PropertyListXmlTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var list = Assert.IsType<PropertyDictionary>(Read("""
            $ ioreg -arn AppleSmartBattery
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <!-- a comment -->
            <dict>
              <key>text</key><string>a &lt;b&gt; &amp; &quot;c&quot; &apos;&#233;&#xE9;&unknown; <![CDATA[<raw&>]]><!-- no --></string>
              <key>empty</key><string/>
              <key>integer</key><integer>-479</integer>
              <key>large</key><integer>18446744073709550397</integer>
              <key>hexadecimal</key><integer size="32">0x1f</integer>
              <key>real</key><real>28.70034</real>
              <key>yes</key><true/>
              <key>no</key><false></false>
              <key>data</key><data>
              AAEC
              </data>
              <key>date</key><date>2024-12-22T10:00:00Z</date>
              <key>array</key><array><integer>1</integer><dict/><array/></array>
            </dict>
            </plist>
            what follows does not matter
            """));
        Assert.Equal("a <b> & \"c\" 'éé&unknown; <raw&>", list.Text("text"));
        Assert.Equal(string.Empty, list.Text("empty"));
        Assert.Equal(-479, list.Integer("integer"));
        Assert.Equal(-1219, list.Integer("large"));
        Assert.Equal(31, list.Integer("hexadecimal"));
        Assert.True(list.Flag("yes"));
        Assert.False(list.Flag("no"));
        Assert.Equal(3, list.Array("array").Items.Count);

        // No rule reads these.
        Assert.All(["real", "data", "date"], key => Assert.Null(list[key]));
    }

    [Fact]
    public void Read_skips_an_invalid_value()
    {
        var list = Assert.IsType<PropertyDictionary>(Read(
            "<dict><key>a</key><integer>many</integer><key>b</key><integer>18446744073709551616</integer><key>c</key><integer/>"
                + "<key>d</key><integer>0x</integer><key>e</key><true>1</true><key>f</key><integer>7</integer></dict>"));
        Assert.Equal(["f"], list.Keys);
    }

    [Fact]
    public void Read_does_not_convert_types()
    {
        var list = Assert.IsType<PropertyDictionary>(
            Read("<dict><key>a</key><string>5</string><key>b</key><integer>5</integer><key>d</key><integer>1</integer></dict>"));
        Assert.Null(list.Integer("a"));
        Assert.Null(list.Text("b"));
        Assert.Null(list.Flag("b"));
        Assert.Null(list.Dictionary("b"));
        Assert.Empty(list.Array("b").Items);
        Assert.Null(list.Integer("none"));
        Assert.True(list.Flag("d"));
    }

    [Theory]
    [InlineData("<plist>", "incomplete")]
    [InlineData("<plist/>", "no element <plist>")]
    [InlineData("<dict><key>a</key></dict>", "is where a value is expected")]
    [InlineData("<dict><integer>1</integer></dict>", "is where a key is expected")]
    [InlineData("<dict><key>a<b></key></dict>", "is within <key>")]
    [InlineData("<array>loose text</array>", "between two elements")]
    [InlineData("<array><string>abc", "ends within <string>")]
    [InlineData("<array><!-- abc", "has no -->")]
    [InlineData("<array", "between two elements")]
    public void Read_throws_with_the_line_of_an_invalid_list(string text, string problem)
    {
        var error = Assert.Throws<BatteryException>(() => Read(text));
        Assert.Equal(BatteryError.InvalidData, error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("line 1 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_throws_for_excessive_nesting()
    {
        string deep = string.Concat(Enumerable.Repeat("<array>", 1_000_000));
        Assert.Contains("deep", Assert.Throws<BatteryException>(() => Read(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_does_not_expand_or_load_entities()
    {
        const string bomb = "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
            + "<plist><string>&b;&c;</string></plist>";
        Assert.Equal("&b;&c;", Assert.IsType<PropertyScalar<string>>(Read(bomb)).Value);
    }

    private static PropertyValue Read(string text) => PropertyListXml.Read(Encoding.UTF8.GetBytes(text));
}
