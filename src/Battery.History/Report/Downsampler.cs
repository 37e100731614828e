namespace Battery.History.Report;

/// <summary>Reduces points to the number that a chart can show: the lowest and the highest of each interval, so that peaks are kept.</summary>
internal static class Downsampler
{
    /// <summary>The points that are kept, in order of time. A NaN, which ends a line, is kept.</summary>
    /// <param name="points">By time.</param>
    /// <param name="most">About how many are kept.</param>
    public static List<(DateTime Utc, double Value)> Reduce(List<(DateTime Utc, double Value)> points, int most)
    {
        if (points.Count <= most)
        {
            return points;
        }

        var kept = new List<(DateTime, double)>(most + 2);
        long start = points[0].Utc.Ticks;
        double width = (points[^1].Utc.Ticks - start + 1) / (double)Math.Max(1, most / 2);
        int i = 0;
        while (i < points.Count)
        {
            long bucket = (long)((points[i].Utc.Ticks - start) / width);
            int low = i;
            int high = i;
            int gap = -1;
            for (; i < points.Count && (long)((points[i].Utc.Ticks - start) / width) == bucket; i++)
            {
                gap = double.IsNaN(points[i].Value) ? i : gap;
                low = points[i].Value < points[low].Value || double.IsNaN(points[low].Value) ? i : low;
                high = points[i].Value > points[high].Value || double.IsNaN(points[high].Value) ? i : high;
            }

            foreach (int index in new[] { low, high, gap }.Where(static index => index >= 0).Distinct().Order())
            {
                kept.Add(points[index]);
            }
        }

        return kept;
    }
}
