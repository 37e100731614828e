using Battery.History.Model;
using Battery.History.Report;

namespace Battery.History.Tests;

/// <summary>Batteries and histories for reports.</summary>
internal static class ReportSamples
{
    public static string Write(IReadOnlyList<ReportBattery> batteries, IEnumerable<HistoryPoint> points, string title = "Battery report") =>
        ReportWriter.Write(new() { Title = title, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            GeneratedUtc = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc) }, batteries, points);

    public static ReportBattery Battery(string name) => new()
    {
        ComputerName = "laptop",
        Name = name,
        State = "Discharging",
        Percentage = 68,
        Health = new() { StateOfHealth = 88.3 },
        ChargeLimit = "charging ends at 80 %",
        ReadUtc = new(2026, 11, 26, 11, 59, 0, DateTimeKind.Utc),
        Values =
        [
            new("State", "Charge", "68 %"), new("Power", "Power", "8.34 W"), new("Power", "Temperature", null, "the driver does not measure it"),
            new("Health", "Cycles", null),
        ],
    };

    /// <summary>A year, a reading each 10 minutes, with one peak of 87.6 W in the middle of it.</summary>
    public static IEnumerable<HistoryPoint> Year()
    {
        var start = new DateTime(2025, 11, 26, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < 365 * 144; i++)
        {
            int minute = i % 288 * 10;
            bool isCharging = minute >= 1440;
            double charge = isCharging ? 20 + ((minute - 1440) / 18.0) : 100 - (minute / 18.0);
            yield return new()
            {
                UtcTime = start.AddMinutes(10 * i).ToString("o"),
                ComputerName = "laptop",
                Battery = "BAT0",
                Percentage = Math.Round(charge, 1),
                Energy = charge / 2,
                EnergyFull = 50 - (i * 5.0 / 52560),
                EnergyFullDesign = 57,
                EnergyRate = i == 26_000 ? 87.6 : 8 + (i * 7919 % 40 / 10.0),
                State = isCharging ? HistoryState.Charging : HistoryState.Discharging,
                Format = HistoryFormat.Csv,
            };
        }
    }
}
