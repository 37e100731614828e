namespace Battery.History.Health;

/// <summary>The verdict on the health of a battery.</summary>
public enum HealthVerdict
{
    /// <summary>The state of health is not known, and nothing else shows that the battery is worn or faulty.</summary>
    Unknown = 0,

    /// <summary>The state of health and the number of cycles are within the limits.</summary>
    Good = 1,

    /// <summary>The state of health is below its limit, or the number of cycles above its limit.</summary>
    Worn = 2,

    /// <summary>The battery reports a failure.</summary>
    Faulty = 3,
}
