namespace Battery.Benchmarks.Report;

/// <summary>One part of the report.</summary>
internal interface ISection
{
    /// <summary>The heading.</summary>
    string Title { get; }

    /// <summary>Measures.</summary>
    IEnumerable<Row> Measure();
}
