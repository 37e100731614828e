using System.Reflection;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>The table of values, as Battery.Core's metadata and documentation have it.</summary>
/// <param name="Values">The values, in the order in which they are shown.</param>
/// <param name="Padding">Members of battery_info that are always 0: their places and names.</param>
/// <param name="Errors">The names of the errors.</param>
internal sealed record ValueTable(IReadOnlyList<Value> Values, IReadOnlyList<(int Order, string Member)> Padding, IReadOnlyList<string> Errors)
{
    /// <summary>The values that have a member of battery_info.</summary>
    public IEnumerable<Value> Members => Values.Where(static value => value.Member is not null);

    /// <summary>The values of a group, in the order in which they are shown.</summary>
    public IEnumerable<Value> Group(string group) => Values.Where(value => value.Groups.Contains(group));

    /// <summary>Reads the table and refuses one that contradicts itself.</summary>
    public static ValueTable Read(Assembly core, Documentation documentation)
    {
        Type fields = core.GetType("Battery.Core.Model.BatteryField", throwOnError: true)!;
        List<Value> values = [.. fields.GetFields(BindingFlags.Static | BindingFlags.Public)
            .OrderBy(static field => field.MetadataToken)
            .Select(field => Read(field, documentation))];
        List<(int, string)> padding = [.. fields.GetCustomAttributesData()
            .Where(static data => data.AttributeType.Name == "PaddingAttribute")
            .Select(static data => ((int)data.ConstructorArguments[0].Value!, (string)data.ConstructorArguments[1].Value!))];
        Type errors = core.GetType("Battery.Core.Model.BatteryError", throwOnError: true)!;
        var table = new ValueTable(values, padding, [.. errors.GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.Name)]);
        table.Check();
        object count = core.GetType("Battery.Core.Model.BatteryFields", throwOnError: true)!.GetField("Count")!.GetRawConstantValue()!;
        Require((int)count == values.Count, "BatteryFields.Count is not the number of values; set it to the highest number plus one");
        return table;
    }

    private static Value Read(FieldInfo field, Documentation documentation)
    {
        CustomAttributeData data = field.GetCustomAttributesData().SingleOrDefault(static data => data.AttributeType.Name == "ValueAttribute")
            ?? throw new InvalidOperationException($"BatteryField.{field.Name} has no [Value]; every value has a row of the table");
        Dictionary<string, CustomAttributeTypedArgument> named = data.NamedArguments.ToDictionary(static a => a.MemberName, static a => a.TypedValue);
        T Get<T>(string name, T otherwise) => named.TryGetValue(name, out CustomAttributeTypedArgument argument) ? (T)argument.Value! : otherwise;
        string id = $"F:{field.DeclaringType!.FullName}.{field.Name}";
        return new()
        {
            Name = field.Name,
            Number = (int)field.GetRawConstantValue()!,
            Text = (string)data.ConstructorArguments[0].Value!,
            Kind = Enum.Parse<ValueKind>(data.ConstructorArguments[1].ArgumentType.GetEnumName(data.ConstructorArguments[1].Value!)!),
            Getter = (string)data.ConstructorArguments[2].Value!,
            Alias = Get<string?>("Alias", null),
            Unit = Get<string?>("Unit", null),
            Member = Get<string?>("Member", null),
            Order = Get("Order", 0),
            Enumeration = Get<Type?>("Enumeration", null),
            IsAlwaysKnown = Get("IsAlwaysKnown", false),
            Min = Get("Min", 0.0),
            Max = Get("Max", double.MaxValue),
            Format = Get<string?>("Format", null),
            Groups = named.TryGetValue("Groups", out CustomAttributeTypedArgument groups)
                ? Enum.ToObject(groups.ArgumentType, groups.Value!).ToString()!.Split(", ")
                : throw new InvalidOperationException($"BatteryField.{field.Name} belongs to no group; give it one"),
            Since = Get("Since", "0.1.0"),
            Summary = documentation.Summary(id),
            Rule = documentation.Optional(id, "rule", isMarkdown: true) ?? throw new InvalidOperationException($"{id} has no <rule> in its documentation"),
            Unknown = documentation.Optional(id, "unknown", isMarkdown: true),
        };
    }

    private void Check()
    {
        Require(Values.Select(static value => value.Number).Order().SequenceEqual(Enumerable.Range(0, Values.Count)), "the numbers are not 0, 1, 2 and so on");
        Require(Values.Count <= 64, "the presence mask of battery_info has 64 bits");
        List<int> places = [.. Members.Select(static value => value.Order).Concat(Padding.Select(static member => member.Order)).Order()];
        Require(places.SequenceEqual(Enumerable.Range(1, places.Count)), "the places in battery_info are not 1, 2, 3 and so on");
        Require(Values.Select(static value => value.Getter).Distinct().Count() == Values.Count, "two values have one getter");
        foreach (Value value in Values)
        {
            Require(value.Kind == ValueKind.Text == value.Member is null, $"{value.Name}: a string, and nothing else, has no member of battery_info");
            bool isEnumeration = value.Kind is ValueKind.Enumeration or ValueKind.Flags;
            Require(isEnumeration == value.Enumeration is not null, $"{value.Name}: an enumeration, and nothing else, has a type");
            Require(value.Getter == $"battery_get_{Names.Snake(value.Name)}", $"{value.Name}: the getter's name does not match the value's");
            Require(value.IsQuantity == value.Unit is not null, $"{value.Name}: a quantity, and nothing else, has a unit");
            bool hasFormat = value.IsQuantity && value.Kind != ValueKind.Seconds;
            Require(hasFormat == value.Format is not null, $"{value.Name}: a quantity that is not a time, and nothing else, has a format");
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
