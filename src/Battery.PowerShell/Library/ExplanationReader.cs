using System.Text;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>Reads explanations from the library.</summary>
internal static unsafe class ExplanationReader
{
    private delegate int Writer(byte* buffer, int size);

    /// <summary>Explains values of a battery.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="selected">The values.</param>
    /// <exception cref="BatteryException">The battery was removed.</exception>
    public static Explained Read(nint battery, string source, IReadOnlyList<ValueTable> selected)
    {
        // The first explanation reads the battery, so the values are read after it.
        List<(ValueTable Entry, string Line, string Sources, bool IsDerived)> explanations =
            [.. selected.Select(entry => (entry, Line(battery, entry), Sources(battery, entry), IsDerived(battery, entry)))];
        BatteryInfo info = SnapshotReader.Read(battery, source);
        return new(info, [.. explanations.Select(one => Value(battery, info, one.Entry, one.Line, one.Sources, one.IsDerived))]);
    }

    private static BatteryValue Value(nint battery, BatteryInfo info, ValueTable entry, string line, string sources, bool isDerived)
    {
        // The line is the name, a blank, the value with its unit, a colon and the rule; a name of a battery may contain a colon.
        string prefix = $"{entry.Name} ";
        BatteryValueStatus status = Status(battery, entry, isDerived);
        object? value = status <= BatteryValueStatus.Derived ? entry.Read(info) : null;
        int start = value is string text ? prefix.Length + text.Length : line.IndexOf(": ", StringComparison.Ordinal);
        return new()
        {
            Battery = info.Name,
            Name = entry.Name,
            Value = value,
            ValueText = value is null ? string.Empty : value is TimeSpan time ? time.ToString() : line[prefix.Length..start],
            Unit = entry.Unit,
            Status = status,
            Rule = line[(start + 2)..],
            Sources = [.. sources.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Source)],
            Explanation = line,
        };
    }

    private static string Line(nint battery, ValueTable entry) =>
        Text((buffer, size) => NativeMethods.battery_explain(battery, entry.Field, buffer, size));

    private static string Sources(nint battery, ValueTable entry) =>
        Text((buffer, size) => NativeMethods.battery_explain_sources(battery, entry.Field, buffer, size));

    private static bool IsDerived(nint battery, ValueTable entry) => Checked(NativeMethods.battery_is_derived(battery, entry.Field)) == 1;

    private static BatteryValueStatus Status(nint battery, ValueTable entry, bool isDerived) =>
        NativeMethods.battery_field_status(battery, entry.Field) switch
        {
            ValueStatus.Present => isDerived ? BatteryValueStatus.Derived : BatteryValueStatus.Reported,
            ValueStatus.Unreadable => BatteryValueStatus.Unreadable,
            ValueStatus.Implausible => BatteryValueStatus.Implausible,
            ValueStatus.NotApplicable => BatteryValueStatus.NotApplicable,
            _ => BatteryValueStatus.NotSupported,
        };

    private static BatteryValueSource Source(string line)
    {
        string[] parts = line.Split('\t');
        return new() { Name = parts[0], Value = parts[1].Length > 0 ? parts[1] : null, Unit = parts[2].Length > 0 ? parts[2] : null };
    }

    private static string Text(Writer write)
    {
        byte[] buffer = new byte[Checked(write(null, 0)) + 1];
        fixed (byte* start = buffer)
        {
            return Encoding.UTF8.GetString(buffer, 0, Math.Min(Checked(write(start, buffer.Length)), buffer.Length - 1));
        }
    }

    private static int Checked(int result) => result >= 0 ? result : throw LastError.ToException();
}

/// <summary>A battery, and explanations of its values.</summary>
/// <param name="Battery">The battery.</param>
/// <param name="Values">The explanations.</param>
internal sealed record Explained(BatteryInfo Battery, BatteryValue[] Values);
