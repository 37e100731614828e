namespace Battery.Core.Model;

/// <summary>A coarse charge level that some batteries report in addition to a percentage, or instead of it.</summary>
public enum CapacityLevel
{
    /// <summary>Not reported.</summary>
    Unknown = 0,

    /// <summary>Almost empty.</summary>
    Critical = 1,

    /// <summary>Low.</summary>
    Low = 2,

    /// <summary>Normal.</summary>
    Normal = 3,

    /// <summary>High.</summary>
    High = 4,

    /// <summary>Full.</summary>
    Full = 5,
}
