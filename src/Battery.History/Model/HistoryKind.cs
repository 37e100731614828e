namespace Battery.History.Model;

/// <summary>The kind of a point of a history.</summary>
public enum HistoryKind
{
    /// <summary>The values of one moment.</summary>
    Reading = 0,

    /// <summary>A period with the charge at its start and the energy that was used in it. The points of a report of Windows.</summary>
    Usage = 1,

    /// <summary>The full capacity over a period; it has no charge.</summary>
    Capacity = 2,
}
