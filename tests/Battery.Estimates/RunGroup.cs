namespace Battery.Estimates;

/// <summary>Runs that are scored together.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Contains">Whether a run belongs to it.</param>
internal sealed record RunGroup(string Name, Func<RecordedRun, bool> Contains)
{
    /// <summary>Discharging laptops with fine charge counters.</summary>
    public static RunGroup Fine { get; } = new("discharging, laptops, fine counters", run => run.IsDischarging && !run.IsPhone && !run.IsPercentage);

    /// <summary>Discharging laptops that report whole percents only.</summary>
    public static RunGroup Percent { get; } = new("discharging, laptops, whole percents", run => run.IsDischarging && !run.IsPhone && run.IsPercentage);

    /// <summary>Discharging telephones.</summary>
    public static RunGroup Phones { get; } = new("discharging, phones", run => run.IsDischarging && run.IsPhone);

    /// <summary>Charging laptops.</summary>
    public static RunGroup Laptops { get; } = new("charging to full, laptops", run => !run.IsDischarging && !run.IsPhone);

    /// <summary>Everything that charges.</summary>
    public static RunGroup Charging { get; } = new("charging to full, all", run => !run.IsDischarging);

    /// <summary>All groups.</summary>
    public static IReadOnlyList<RunGroup> All { get; } = [Fine, Percent, Phones, Laptops, Charging];
}
