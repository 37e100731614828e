using System.Globalization;
using System.Management.Automation;

namespace Battery.PowerShell.Formatting;

/// <summary>
/// The texts of the views in Battery.Format.ps1xml, which only call them. They take whatever a property holds, so that
/// objects that came over remoting before the module was there, whose enumerations are words or numbers, look the same. Unknown is an empty text.
/// </summary>
public static class BatteryFormat
{
    private const int BarWidth = 10;

    /// <summary>The state in words, as 'Not charging'.</summary>
    /// <param name="state">A <see cref="BatteryState"/>, its number or its name.</param>
    public static string State(object? state) => Enumeration<BatteryState>(state) switch
    {
        BatteryState.Unknown => string.Empty,
        BatteryState.NotCharging => "Not charging",
        BatteryState known => known.ToString(),
    };

    /// <summary>The technology's name.</summary>
    /// <param name="technology">A <see cref="BatteryTechnology"/>, its number or its name.</param>
    public static string Technology(object? technology) => Name<BatteryTechnology>(technology);

    /// <summary>The kind's name.</summary>
    /// <param name="kind">A <see cref="BatteryKind"/>, its number or its name.</param>
    public static string Kind(object? kind) => Name<BatteryKind>(kind);

    /// <summary>The scope's name.</summary>
    /// <param name="scope">A <see cref="BatteryScope"/>, its number or its name.</param>
    public static string Scope(object? scope) => Name<BatteryScope>(scope);

    /// <summary>The coarse level's name.</summary>
    /// <param name="level">A <see cref="CapacityLevel"/>, its number or its name.</param>
    public static string Level(object? level) => Name<CapacityLevel>(level);

    /// <summary>External power in a word.</summary>
    /// <param name="power">An <see cref="ExternalPower"/>, its number or its name.</param>
    public static string Power(object? power) => Name<ExternalPower>(power);

    /// <summary>A bar and the percentage.</summary>
    /// <param name="percentage">Percent, or null.</param>
    public static string ChargeBar(object? percentage)
    {
        if (Number(percentage) is not { } value)
        {
            return string.Empty;
        }

        int filled = (int)Math.Round(Math.Clamp(value, 0, 100) / 100 * BarWidth);
        return $"{new string('█', filled)}{new string('░', BarWidth - filled)} {Percent(percentage),4}";
    }

    /// <summary>Which colour of $PSStyle.Foreground a level deserves: Red, Yellow, Green, or none.</summary>
    /// <param name="percentage">Percent, or null.</param>
    /// <param name="state">A <see cref="BatteryState"/>, its number or its name.</param>
    public static string Colour(object? percentage, object? state) =>
        Number(percentage) is not { } value ? string.Empty
        : Enumeration<BatteryState>(state) is BatteryState.Charging or BatteryState.Full ? "Green"
        : value < 10 ? "Red"
        : value < 25 ? "Yellow"
        : string.Empty;

    /// <summary>Whole percent.</summary>
    /// <param name="value">Percent, or null.</param>
    public static string Percent(object? value) => Text(value, "0'%'");

    /// <summary>A number with its unit, as '8.3 W'.</summary>
    /// <param name="value">The number, or null.</param>
    /// <param name="format">The number's format.</param>
    /// <param name="unit">The unit.</param>
    public static string Quantity(object? value, string format, string unit) =>
        Number(value) is { } number ? $"{number.ToString(format, CultureInfo.CurrentCulture)} {unit}" : string.Empty;

    /// <summary>A part of a whole, as '60.9 of 84.8 Wh'; only the part where the whole is unknown.</summary>
    /// <param name="part">The part, or null.</param>
    /// <param name="whole">The whole, or null.</param>
    /// <param name="format">The numbers' format.</param>
    /// <param name="unit">The unit.</param>
    public static string OfQuantity(object? part, object? whole, string format, string unit) =>
        Number(part) is { } number && Number(whole) is not null
            ? $"{number.ToString(format, CultureInfo.CurrentCulture)} of {Quantity(whole, format, unit)}"
            : Quantity(part, format, unit);

    /// <summary>The time left until full or empty, as '2h 05m'.</summary>
    /// <param name="toEmpty">The time to empty, or null.</param>
    /// <param name="toFull">The time to full, or null.</param>
    public static string TimeLeft(object? toEmpty, object? toFull) =>
        Unwrap(toEmpty ?? toFull) is TimeSpan time ? $"{(int)time.TotalHours}h {time.Minutes:00}m" : string.Empty;

    /// <summary>A day, as 2017-05-06 in every culture and calendar.</summary>
    /// <param name="day">The day, or null.</param>
    public static string Date(object? day) =>
        Unwrap(day) is DateTime date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty;

    private static string Name<T>(object? value)
        where T : struct, Enum
    {
        string name = Enumeration<T>(value).ToString();
        return name == "Unknown" ? string.Empty : name;
    }

    private static string Text(object? value, string format) =>
        Number(value)?.ToString(format, CultureInfo.CurrentCulture) ?? string.Empty;

    private static double? Number(object? value) => Unwrap(value) switch
    {
        null => null,
        IConvertible number when number is not string => number.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static T Enumeration<T>(object? value)
        where T : struct, Enum => Unwrap(value) switch
        {
            T known => known,
            int number => (T)Enum.ToObject(typeof(T), number),
            string name when Enum.TryParse(name, out T parsed) => parsed,
            _ => default,
        };

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
