using System.Globalization;
using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>A line of a history file of UPower: seconds since 1970, a value and a state, separated by tabs.</summary>
/// <param name="Utc">The time.</param>
/// <param name="Value">The value: percent, W or seconds, depending on the file.</param>
/// <param name="State">The state.</param>
/// <param name="IsMarker">Whether it is the line that the daemon writes when it starts, which has no measurement.</param>
internal readonly record struct UPowerLine(DateTime Utc, double Value, HistoryState State, bool IsMarker)
{
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Parses a line.</summary>
    public static UPowerLine? Parse(string line, out string message)
    {
        message = "it is not 'seconds, value, state' separated by tabs.";
        string[] fields = line.TrimEnd('\r').Split('\t');
        if (fields.Length != 3
            || !long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || seconds <= 0 || seconds > s_lastSecond
            || Numbers.Parse(fields[1]) is not { } value)
        {
            return null;
        }

        HistoryState? state = fields[2] switch
        {
            "charging" => HistoryState.Charging,
            "discharging" => HistoryState.Discharging,
            "empty" => HistoryState.Empty,
            "fully-charged" => HistoryState.Full,
            "pending-charge" or "pending-discharge" => HistoryState.NotCharging,
            "unknown" => HistoryState.Unknown,
            _ => null,
        };
        if (state is null)
        {
            message = $"'{fields[2]}' is not a state of UPower.";
            return null;
        }

        return new(DateTime.UnixEpoch.AddSeconds(seconds), value, state.Value, state == HistoryState.Unknown && value == 0);
    }
}
