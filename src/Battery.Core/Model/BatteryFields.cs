namespace Battery.Core.Model;

/// <summary>The size of the table of values.</summary>
internal static class BatteryFields
{
    /// <summary>How many values there are: one more than the highest number.</summary>
    public const int Count = (int)BatteryField.ChargeBehavior + 1;
}
