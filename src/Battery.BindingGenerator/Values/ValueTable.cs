using System.Reflection;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>The table of values: the members of <see cref="BatteryField"/>, their attributes and their documentation.</summary>
/// <param name="Values">The values, in the order in which they are shown.</param>
/// <param name="Padding">Members of battery_info that are always 0.</param>
internal sealed record ValueTable(IReadOnlyList<Value> Values, IReadOnlyList<PaddingAttribute> Padding)
{
    /// <summary>The values that have a member of battery_info.</summary>
    public IEnumerable<Value> Members => Values.Where(static value => value.Row.Member is not null);

    /// <summary>The values of a group, in the order in which they are shown.</summary>
    public IEnumerable<Value> Group(ValueGroups group) => Values.Where(value => value.Row.Groups.HasFlag(group));

    /// <summary>Reads the table and refuses one that contradicts itself.</summary>
    public static ValueTable Read()
    {
        var documentation = new Documentation();
        documentation.Load(Path.ChangeExtension(typeof(BatteryField).Assembly.Location, ".xml"));
        List<Value> values = [.. typeof(BatteryField).GetFields(BindingFlags.Static | BindingFlags.Public)
            .OrderBy(static field => field.MetadataToken)
            .Select(field => Read(field, documentation))];
        var table = new ValueTable(values, [.. typeof(BatteryField).GetCustomAttributes<PaddingAttribute>()]);
        table.Check();
        return table;
    }

    private static Value Read(FieldInfo field, Documentation documentation)
    {
        string id = $"F:{field.DeclaringType!.FullName}.{field.Name}";
        return new(
            (BatteryField)field.GetRawConstantValue()!,
            field.GetCustomAttribute<ValueAttribute>()
                ?? throw new InvalidOperationException($"BatteryField.{field.Name} has no [Value]; every value has a row of the table"),
            documentation.Summary(id),
            documentation.Optional(id, "rule", isMarkdown: true) ?? throw new InvalidOperationException($"{id} has no <rule> in its documentation"),
            documentation.Optional(id, "unknown", isMarkdown: true));
    }

    private void Check()
    {
        IEnumerable<int> numbers = Values.Select(static value => (int)value.Field).Order();
        Require(numbers.SequenceEqual(Enumerable.Range(0, Values.Count)), "the numbers are not 0, 1, 2 and so on");
        Require(BatteryFields.Count == Values.Count, "BatteryFields.Count is not the number of values; set it to the highest number plus one");
        Require(Values.Count <= 64, "the presence mask of battery_info has 64 bits");
        List<int> places = [.. Members.Select(static value => value.Row.Order).Concat(Padding.Select(static member => member.Order)).Order()];
        Require(places.SequenceEqual(Enumerable.Range(1, places.Count)), "the places in battery_info are not 1, 2, 3 and so on");
        Require(Values.Select(static value => value.Row.Getter).Distinct().Count() == Values.Count, "two values have one getter");
        foreach (Value value in Values)
        {
            Require(value.Row.Groups != 0, $"{value.Name} belongs to no group; give it one");
            Require(value.Row.Kind == ValueKind.Text == value.Row.Member is null, $"{value.Name}: a string, and nothing else, has no member of battery_info");
            bool isEnumeration = value.Row.Kind is ValueKind.Enumeration or ValueKind.Flags;
            Require(isEnumeration == value.Row.Enumeration is not null, $"{value.Name}: an enumeration, and nothing else, has a type");
            Require(value.Row.Getter == $"battery_get_{Names.Snake(value.Name)}", $"{value.Name}: the getter's name does not match the value's");
            Require(value.IsQuantity == value.Row.Unit is not null, $"{value.Name}: a quantity, and nothing else, has a unit");
            bool hasFormat = value.IsQuantity && value.Row.Kind != ValueKind.Seconds;
            Require(hasFormat == value.Row.Format is not null, $"{value.Name}: a quantity that is not a time, and nothing else, has a format");
        }
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"the table of values (BatteryField) contradicts itself: {otherwise}");
        }
    }
}
