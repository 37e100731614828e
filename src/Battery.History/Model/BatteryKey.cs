namespace Battery.History.Model;

/// <summary>Which battery of which machine a point belongs to.</summary>
/// <param name="ComputerName">The machine; null where the history does not name it.</param>
/// <param name="Battery">The battery's name.</param>
/// <param name="SerialNumber">Its serial number, which tells a replacement battery of the same model apart.</param>
internal readonly record struct BatteryKey(string? ComputerName, string Battery, string? SerialNumber)
{
    public static BatteryKey Of(HistoryPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new(point.ComputerName, point.Battery, point.SerialNumber);
    }
}
