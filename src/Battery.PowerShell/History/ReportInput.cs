using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using Battery.History.Report;

namespace Battery.PowerShell.History;

/// <summary>
/// Batteries as the report takes them, of objects of this or another version of the module, live or from another machine: properties
/// are read by name, and one that this version does not know is shown as it is.
/// </summary>
internal static class ReportInput
{
    private const string Other = "Other";
    private static readonly string[] s_elsewhere =
        ["Name", "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId", "Timestamp", "Source"];

    private static readonly (string Group, string Property, string Label, string Format, string Unit)[] s_values =
    [
        ("State", "State", "State", "", ""),
        ("State", "Percentage", "Charge", "0.#", "%"),
        ("State", "TimeToEmpty", "Time to empty", "", ""),
        ("State", "TimeToFull", "Time to full", "", ""),
        ("State", "CapacityLevel", "Level", "", ""),
        ("Power", "Energy", "Remaining energy", "0.00", "Wh"),
        ("Power", "EnergyRate", "Power", "0.00", "W"),
        ("Power", "Voltage", "Voltage", "0.000", "V"),
        ("Power", "Current", "Current", "0.000", "A"),
        ("Power", "Charge", "Remaining charge", "0.000", "Ah"),
        ("Power", "Temperature", "Temperature", "0.0", "°C"),
        ("Health", "StateOfHealth", "State of health", "0.0", "%"),
        ("Health", "EnergyFull", "Full capacity", "0.00", "Wh"),
        ("Health", "EnergyFullDesign", "Designed capacity", "0.00", "Wh"),
        ("Health", "ChargeFull", "Full charge", "0.000", "Ah"),
        ("Health", "ChargeFullDesign", "Designed charge", "0.000", "Ah"),
        ("Health", "CycleCount", "Cycles", "0", ""),
        ("Health", "ManufactureDate", "Made on", "", ""),
        ("Limits", "ChargeStartThreshold", "Charging begins below", "0", "%"),
        ("Limits", "ChargeEndThreshold", "Charging ends at", "0", "%"),
        ("Identity", "Vendor", "Vendor", "", ""),
        ("Identity", "Model", "Model", "", ""),
        ("Identity", "SerialNumber", "Serial number", "", ""),
        ("Identity", "Technology", "Technology", "", ""),
        ("Identity", "Kind", "Kind", "", ""),
        ("Identity", "Scope", "Scope", "", ""),
    ];

    /// <summary>A battery.</summary>
    /// <param name="battery">The object.</param>
    /// <param name="keepsSerialNumber">False to mask what tells it from all others.</param>
    public static ReportBattery Battery(PSObject battery, bool keepsSerialNumber)
    {
        string name = ObjectText.Value(battery, "Name")?.ToString() ?? "Battery";
        List<ReportValue> values = s_values.Select(value =>
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
            StateOfHealth = Number(battery, "StateOfHealth"),
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

    // The objects do not carry a reason yet; where they do, this is the one place to read it.
    private static string? Reason(PSObject battery, string property) =>
        ObjectText.Value(battery, "Reasons") is IDictionary reasons ? reasons[property]?.ToString() : null;

    private static bool IsKnown(string property) =>
        s_elsewhere.Contains(property) || Array.Exists(s_values, value => value.Property == property) || property == "Reasons";

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
