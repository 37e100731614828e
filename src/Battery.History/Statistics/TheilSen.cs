namespace Battery.History.Statistics;

/// <summary>
/// The Theil–Sen estimator of a slope, with Sen's confidence interval. Outliers in up to a quarter of the points change it little.
/// Successive capacities are correlated, because a gauge adapts slowly; the interval is widened accordingly.
/// </summary>
internal static class TheilSen
{
    private const double Normal95 = 1.959964;
    private const double MaxCorrelation = 0.95;

    /// <summary>The slope, its interval and the intercept at x = 0; null for fewer than three points, or if all have the same x.</summary>
    public static (double Slope, double Low, double High, double Intercept)? Fit(IReadOnlyList<(double X, double Y)> points)
    {
        List<double> slopes = Slopes(points);
        if (points.Count < 3 || slopes.Count == 0)
        {
            return null;
        }

        slopes.Sort();
        double slope = Median(slopes);
        double intercept = Median(points.Select(point => point.Y - (slope * point.X)).Order().ToList());
        double spread = Normal95 * Math.Sqrt(KendallVariance(points) * Widening(points, slope, intercept));
        int low = Math.Clamp((int)Math.Floor((slopes.Count - spread) / 2), 0, slopes.Count - 1);
        int high = Math.Clamp((int)Math.Ceiling((slopes.Count + spread) / 2), 0, slopes.Count - 1);
        return (slope, slopes[low], slopes[high], intercept);
    }

    /// <summary>The median of sorted values.</summary>
    public static double Median(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    private static List<double> Slopes(IReadOnlyList<(double X, double Y)> points)
    {
        var slopes = new List<double>();
        for (int i = 0; i < points.Count; i++)
        {
            for (int j = i + 1; j < points.Count; j++)
            {
                double distance = points[j].X - points[i].X;
                if (distance != 0)
                {
                    slopes.Add((points[j].Y - points[i].Y) / distance);
                }
            }
        }

        return slopes;
    }

    // The variance of Kendall's S, with the correction for ties.
    private static double KendallVariance(IReadOnlyList<(double X, double Y)> points)
    {
        double n = points.Count;
        double ties = points.GroupBy(static point => point.Y).Sum(static group => Term(group.Count()));
        return (Term(n) - ties) / 18;

        static double Term(double count) => count * (count - 1) * ((2 * count) + 5);
    }

    private static double Widening(IReadOnlyList<(double X, double Y)> points, double slope, double intercept)
    {
        double[] rest = points.Select(point => point.Y - intercept - (slope * point.X)).ToArray();
        double own = rest.Sum(static value => value * value);
        double neighbors = rest.Zip(rest.Skip(1), static (a, b) => a * b).Sum();
        double correlation = own > 0 ? Math.Clamp(neighbors / own, 0, MaxCorrelation) : 0;
        return (1 + correlation) / (1 - correlation);
    }
}
