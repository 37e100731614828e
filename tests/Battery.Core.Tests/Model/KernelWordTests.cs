using System.Reflection;
using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Model;

/// <summary>The words of the Linux kernel that metrics write are the words that the parsers read.</summary>
public class KernelWordTests
{
    private delegate RawValue Parse(ReadOnlySpan<byte> word);

    private static readonly (Type Type, Parse Parse)[] s_parsers =
    [
        (typeof(BatteryState), SysfsEnumParser.Status),
        (typeof(CapacityLevel), SysfsEnumParser.CapacityLevel),
        (typeof(BatteryCondition), SysfsEnumParser.Condition),
        (typeof(BatteryScope), SysfsEnumParser.Scope),
        (typeof(BatteryTechnology), TechnologyParser.Technology),
        (typeof(ChargeType), ChargeControlParser.ChargeType),
    ];

    public static TheoryData<string, string> Members =>
    [
        .. s_parsers.SelectMany(static parser => Enum.GetNames(parser.Type).Where(static name => name != "Unknown").Select(name => (parser.Type.Name, name))),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Parser_reads_the_word_of_the_member(string type, string name)
    {
        (Type enumeration, Parse parse) = s_parsers.Single(parser => parser.Type.Name == type);
        FieldInfo member = enumeration.GetField(name)!;
        string word = member.GetCustomAttribute<KernelWordAttribute>()?.Word
            ?? string.Concat(name.Select(static (c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        RawValue read = parse(Encoding.ASCII.GetBytes(word));
        Assert.Equal((true, (double)(int)member.GetRawConstantValue()!), (read.IsKnown, read.Number));
    }

    // Without an attribute, metrics would show a battery of a UPS as "Ups".
    [Fact]
    public void Kind_has_the_word_of_the_type() =>
        Assert.Equal("UPS", typeof(BatteryKind).GetField(nameof(BatteryKind.Ups))!.GetCustomAttribute<KernelWordAttribute>()!.Word);
}
