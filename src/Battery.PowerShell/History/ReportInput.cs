using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using Battery.History.Report;

namespace Battery.PowerShell.History;

/// <summary>
/// Converts batteries for the report. The objects may be of another version of the module or of another machine: properties are read
/// by name, and a property that this version does not know is shown unchanged.
/// </summary>
internal static class ReportInput
{
    private const string Other = "Other";
    private static readonly string[] s_elsewhere =
        ["Name", "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId", "Timestamp", "Source"];

    /// <summary>A battery.</summary>
    /// <param name="battery">The object.</param>
    /// <param name="keepsSerialNumber">False to mask what identifies it.</param>
    public static ReportBattery Battery(PSObject battery, bool keepsSerialNumber)
    {
        string name = ObjectText.Value(battery, "Name")?.ToString() ?? "Battery";
        List<ReportValue> values = ReportValues.All.Where(static value => value.Property != "Name").Select(value =>
        {
            string? text = Text(ObjectText.Value(battery, value.Property), value.Format, value.Unit);
            bool isMasked = value.Property == "SerialNumber" && !keepsSerialNumber && text is not null;
            return new ReportValue(value.Group, value.Label, isMasked ? Masking.SerialNumber(text!) : text, Reason(battery, value.Property));
        }).ToList();
        values.AddRange(battery.Properties
            .Where(property => property.MemberType is PSMemberTypes.Property or PSMemberTypes.NoteProperty && !IsKnown(property.Name))
            .Select(property => new ReportValue(Other, Words(property.Name), Text(ObjectText.Value(battery, property.Name), "0.###", string.Empty),
                Reason(battery, property.Name))));
        return new()
        {
            ComputerName = ObjectText.Value(battery, "PSComputerName")?.ToString() ?? Environment.MachineName,
            Name = keepsSerialNumber ? name : Masking.Name(name),
            State = Text(ObjectText.Value(battery, "State"), string.Empty, string.Empty),
            Percentage = Number(battery, "Percentage"),
            Health = new()
            {
                StateOfHealth = Number(battery, "StateOfHealth"),
                ReportedStateOfHealth = Number(battery, "ReportedStateOfHealth"),
                CycleCount = (int?)Number(battery, "CycleCount"),
                Condition = ObjectText.Value(battery, "Condition")?.ToString(),
            },
            ChargeLimit = Limit(Number(battery, "ChargeStartThreshold"), Number(battery, "ChargeEndThreshold")),
            ReadUtc = ObjectText.Value(battery, "Timestamp") switch
            {
                DateTime time => time.ToUniversalTime(),
                DateTimeOffset time => time.UtcDateTime,
                _ => null,
            },
            Values = values,
        };
    }

    // Objects of this version have no reasons; those of a later one may.
    private static string? Reason(PSObject battery, string property) =>
        ObjectText.Value(battery, "Reasons") is IDictionary reasons ? reasons[property]?.ToString() : null;

    private static bool IsKnown(string property) =>
        s_elsewhere.Contains(property) || Array.Exists(ReportValues.All, value => value.Property == property) || property == "Reasons";

    private static string? Limit(double? start, double? end) =>
        end is null or >= 100 ? null
        : string.Create(CultureInfo.InvariantCulture, $"charging ends at {end:0} %{(start is > 0 ? $" and begins below {start:0} %" : string.Empty)}");

    private static double? Number(PSObject battery, string property) =>
        ObjectText.Value(battery, property) is IConvertible number and not string and not Enum ? number.ToDouble(CultureInfo.InvariantCulture) : null;

    private static string? Text(object? value, string format, string unit) => value switch
    {
        null => null,
        string text => text.Length == 0 || text == "Unknown" ? null : text,
        Enum word => word.ToString() == "Unknown" ? null : Words(word.ToString()),
        TimeSpan time => $"{(int)time.TotalHours} h {time.Minutes:00} min",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "Yes" : "No",
        IFormattable number => $"{number.ToString(format, CultureInfo.InvariantCulture)} {unit}".TrimEnd(),
        _ => value.ToString(),
    };

    // ChargeStartThreshold to 'Charge start threshold'.
    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool isStart = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            words.Append(isStart ? " " : string.Empty)
                .Append(isStart && !(i + 1 < name.Length && char.IsUpper(name[i + 1])) ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString();
    }
}
