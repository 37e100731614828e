using System.Reflection;
using Battery.Core.Explanation;
using Battery.Core.Model;

namespace Battery.Core.Tests.Explanation;

public class FieldKindsTests
{
    public static TheoryData<BatteryField> Fields => [.. Enum.GetValues<BatteryField>()];

    [Theory]
    [MemberData(nameof(Fields))]
    public void IsNumber_agrees_with_the_table_of_values(BatteryField field)
    {
        ValueKind kind = typeof(BatteryField).GetField(field.ToString())!.GetCustomAttribute<ValueAttribute>()!.Kind;
        Assert.Equal(kind is not (ValueKind.Text or ValueKind.Enumeration or ValueKind.Flags or ValueKind.Date), field.IsNumber());
    }
}
