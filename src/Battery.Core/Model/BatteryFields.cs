namespace Battery.Core.Model;

/// <summary>The size of the table of values.</summary>
internal static class BatteryFields
{
    /// <summary>How many values there are: one more than the highest number.</summary>
    public const int Count = (int)BatteryField.ChargeBehavior + 1;

    /// <summary>One more than the highest number of a string: most values are numbers, and a snapshot has no place for their strings.</summary>
    public const int TextCount = (int)BatteryField.SerialNumber + 1;
}
