using System.Xml;
using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Converts rows of a report of Windows to points. Only the times in UTC are used, because the local times have no zone.</summary>
internal static class PowerCfgRows
{
    private const double MilliwattHours = 1000;

    /// <summary>A row of RecentUsage; null if its time cannot be parsed.</summary>
    public static HistoryPoint? Usage(XmlReader row, PowerCfgBattery battery, string source)
    {
        if (UtcText.Parse(row.GetAttribute("Timestamp")) is not { } utc)
        {
            return null;
        }

        double? charge = PowerCfgValues.Charge(row.GetAttribute("ChargeCapacity"));
        double? full = PowerCfgValues.Capacity(row.GetAttribute("FullChargeCapacity"));
        string? entryType = row.GetAttribute("EntryType");

        // The last row is the time at which the report was made; its duration has overflowed.
        bool isReading = entryType == "ReportGenerated";
        double? used = isReading ? null : PowerCfgValues.Used(row.GetAttribute("Discharge"));
        bool? isOnExternalPower = row.GetAttribute("Ac")?.Trim() switch { "1" => true, "0" => false, _ => null };
        return new()
        {
            Utc = utc,
            ComputerName = battery.ComputerName,
            Battery = battery.Name,
            Kind = isReading ? HistoryKind.Reading : HistoryKind.Usage,
            Percentage = Percentages.Plausible(100 * charge / full),
            Energy = Energy(charge, battery),
            EnergyFull = Energy(full, battery),
            EnergyFullDesign = Energy(battery.DesignCapacity, battery),
            State = State(isOnExternalPower, used),
            ExternalPower = isOnExternalPower,
            Activity = entryType switch
            {
                "Active" => HistoryActivity.Active,
                null or "ReportGenerated" => HistoryActivity.Unknown,
                _ => HistoryActivity.Sleep,
            },
            Duration = isReading ? null : PowerCfgValues.Duration(row.GetAttribute("Duration")),
            EnergyUsed = Energy(used, battery),
            PercentUsed = 100 * used / full,
            CycleCount = isReading ? battery.CycleCount : null,
            SerialNumber = battery.SerialNumber,
            Format = HistoryFormat.PowerCfg,
            Source = source,
        };
    }

    /// <summary>Whether a row of History has a full capacity; a machine that was off has rows without one.</summary>
    public static bool HasCapacity(XmlReader row) => PowerCfgValues.Capacity(row.GetAttribute("FullChargeCapacity")) is not null;

    /// <summary>A row of History; null if its time cannot be parsed.</summary>
    public static HistoryPoint? Capacity(XmlReader row, PowerCfgBattery battery, string source)
    {
        if (UtcText.Parse(row.GetAttribute("EndDate")) is not { } end)
        {
            return null;
        }

        return new()
        {
            Utc = end,
            ComputerName = battery.ComputerName,
            Battery = battery.Name,
            Kind = HistoryKind.Capacity,
            EnergyFull = Energy(PowerCfgValues.Capacity(row.GetAttribute("FullChargeCapacity")), battery),
            EnergyFullDesign = Energy(PowerCfgValues.Capacity(row.GetAttribute("DesignCapacity")), battery),
            Duration = UtcText.Parse(row.GetAttribute("StartDate")) is { } start && start < end ? end - start : null,
            CycleCount = PowerCfgValues.Cycles(row.GetAttribute("CycleCount")),
            BatteryChanged = row.GetAttribute("BatteryChanged")?.Trim() == "1",
            SerialNumber = battery.SerialNumber,
            Format = HistoryFormat.PowerCfg,
            Source = source,
        };
    }

    // A percentage is not an energy.
    private static double? Energy(double? value, PowerCfgBattery battery) => battery.IsRelative ? null : value / MilliwattHours;

    // A battery may gain charge in a row without external power: from a power bank, or if external power was connected for a part of it.
    private static HistoryState State(bool? isOnExternalPower, double? used) => (isOnExternalPower, used) switch
    {
        (_, < 0) => HistoryState.Charging,
        (false, _) => HistoryState.Discharging,
        _ => HistoryState.Unknown,
    };
}
