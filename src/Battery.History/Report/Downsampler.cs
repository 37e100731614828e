namespace Battery.History.Report;

/// <summary>Leaves so many points that a chart can show, of each stretch of time the lowest and the highest: peaks stay.</summary>
internal static class Downsampler
{
    /// <summary>The points that stay, in order of time. A NaN, where a line ends, stays.</summary>
    /// <param name="points">By time.</param>
    /// <param name="most">About how many may stay.</param>
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
