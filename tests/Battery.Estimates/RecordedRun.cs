using System.Globalization;

namespace Battery.Estimates;

/// <summary>One recorded run: a battery that discharges, or charges to full, without interruption.</summary>
internal sealed class RecordedRun
{
    /// <summary>Rows that are closer together than this, in seconds, do not count again.</summary>
    private const double Thinning = 55;

    private static readonly string[] s_columns = ["time_s", "percentage", "energy_wh", "charge_ah", "rate_w"];

    private RecordedRun(string name, IReadOnlyList<RunRow> rows)
    {
        Name = name;
        IsDischarging = name.StartsWith("d-", StringComparison.Ordinal);
        Machine = string.Join('-', name.Split('-').Skip(1).Take(2));
        Rows = rows;
        List<Point> all = [.. rows.Select(row => new Point(row.Time, Amount(row))).Where(point => !double.IsNaN(point.Amount))];
        Points = Thin(all);
        Last = IsDischarging ? all[^1].Amount : all.Max(point => point.Amount);
        End = all.First(point => IsDischarging ? point.Amount <= Last : point.Amount >= Last).Time;
        Full = IsPercentage ? 100 : Last;
        IsScored = IsDischarging || rows[^1].Percentage >= 99;
    }

    /// <summary>The file's name: direction (d or c), machine, number.</summary>
    public string Name { get; }

    /// <summary>The machine that was recorded: what is left out together when parameters are fitted.</summary>
    public string Machine { get; }

    /// <summary>Whether the battery discharges.</summary>
    public bool IsDischarging { get; }

    /// <summary>Whether the log is one of a telephone.</summary>
    public bool IsPhone => Name.Contains("-phone-", StringComparison.Ordinal);

    /// <summary>Whether there is neither energy nor charge in the log.</summary>
    public bool IsPercentage => double.IsNaN(Rows[0].Energy) && double.IsNaN(Rows[0].Charge);

    /// <summary>All rows.</summary>
    public IReadOnlyList<RunRow> Rows { get; }

    /// <summary>The rows that are scored, at least 55 s apart.</summary>
    public IReadOnlyList<Point> Points { get; }

    /// <summary>The amount at the end of the run.</summary>
    public double Last { get; }

    /// <summary>When that amount was reached first.</summary>
    public double End { get; }

    /// <summary>The amount of the full battery.</summary>
    public double Full { get; }

    /// <summary>Whether the run has an end that can be compared with: a charging run must reach 99 %.</summary>
    public bool IsScored { get; }

    /// <summary>Reads all runs of a folder, in the order of their names.</summary>
    public static IReadOnlyList<RecordedRun> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "?-*.csv").Order(StringComparer.Ordinal).Select(Read).Where(run => run.IsScored)];

    /// <summary>Reads a run from a CSV file with the columns time_s, percentage, energy_wh, charge_ah, rate_w, of which some may be missing.</summary>
    public static RecordedRun Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] header = lines[0].Split(',');
        int[] columns = [.. s_columns.Select(name => Array.IndexOf(header, name))];
        List<RunRow> rows = [];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            double[] values = [.. columns.Select(column => Number(cells, column))];
            rows.Add(new RunRow(values[0], values[1], values[2], values[3], values[4]));
        }

        return new RecordedRun(Path.GetFileNameWithoutExtension(path), rows);
    }

    /// <summary>The remaining amount of a row in the run's unit.</summary>
    public static double Amount(in RunRow row) =>
        !double.IsNaN(row.Energy) ? row.Energy : !double.IsNaN(row.Charge) ? row.Charge : row.Percentage;

    /// <summary>What is still to go at an amount: to empty, or to full.</summary>
    public double Remaining(double amount) => IsDischarging ? amount : Full - amount;

    /// <summary>The part of an estimate to empty or full that belongs to the way to the run's last amount.</summary>
    public double Scale(double amount) =>
        IsDischarging ? (amount - Last) / amount : Full > amount ? (Last - amount) / (Full - amount) : 0;

    private static double Number(string[] cells, int column) =>
        column < 0 || cells[column].Length == 0 ? double.NaN : double.Parse(cells[column], CultureInfo.InvariantCulture);

    private static List<Point> Thin(List<Point> all)
    {
        List<Point> kept = [all[0]];
        foreach (Point point in all)
        {
            if (point.Time - kept[^1].Time >= Thinning)
            {
                kept.Add(point);
            }
        }

        return kept;
    }
}
