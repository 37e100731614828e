using System.Globalization;
using System.Text;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Report;

/// <summary>Prints the results, and writes them into docs/performance.md between two markers; the rest of the page is written by hand.</summary>
internal static class PerformanceReport
{
    private const string Start = "<!-- measured: dotnet run -c Release --project tests/Battery.Benchmarks -->";
    private const string End = "<!-- end -->";

    /// <summary>Measures and reports.</summary>
    /// <returns>The process's exit code: 0 when every target is met.</returns>
    public static int Make(params ISection[] sections)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Measured on {DateTime.UtcNow:yyyy-MM-dd}: {Machine.Kind}.\n"));
        Console.WriteLine(text);
        bool isGood = true;
        foreach (ISection section in sections)
        {
            string head = $"\n### {section.Title}\n\n| what | target | measured | ratio | |\n|---|---|---|---|---|\n";
            Console.Write(head);
            text.Append(head);
            foreach (Row row in Measure(section))
            {
                string line = $"| {row.What} | {row.Target} | {row.Measured} | {row.Ratio} | {row.Verdict} |\n";
                Console.Write(line);
                text.Append(line);
                isGood &= row.Verdict is "" or Row.Pass;
            }
        }

        string file = Repository.At("docs", "performance.md");
        string page = File.ReadAllText(file);
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        File.WriteAllText(file, $"{page[..from]}\n{text}{page[page.IndexOf(End, StringComparison.Ordinal)..]}");
        return isGood ? 0 : 1;
    }

    // A failed measurement fails its section, not the report.
    private static IEnumerable<Row> Measure(ISection section)
    {
        using IEnumerator<Row> rows = section.Measure().GetEnumerator();
        while (true)
        {
            Row row;
            bool isLast = false;
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }

                row = rows.Current;
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException or IOException or System.ComponentModel.Win32Exception)
            {
                row = Row.Failed("the rest of this section", e.Message.ReplaceLineEndings(" "));
                isLast = true;
            }

            yield return row;
            if (isLast)
            {
                yield break;
            }
        }
    }
}
