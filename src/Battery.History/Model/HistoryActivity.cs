namespace Battery.History.Model;

/// <summary>The activity of the machine in the period that begins at a point.</summary>
public enum HistoryActivity
{
    /// <summary>Not recorded.</summary>
    Unknown = 0,

    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Asleep: suspended, in connected standby or hibernated.</summary>
    Sleep = 2,
}
