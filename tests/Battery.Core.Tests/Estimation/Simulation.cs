using Battery.Core.Estimation;

namespace Battery.Core.Tests.Estimation;

/// <summary>A battery that is read once a minute, at a rate that the test sets.</summary>
internal sealed class Simulation(EstimateFlow flow = EstimateFlow.Discharging)
{
    public const double Full = 50;

    public TimeEstimator Estimator { get; } = new();

    public double Time { get; set; } = 1000;

    public double Energy { get; set; } = flow == EstimateFlow.Charging ? 10 : 45;

    public double Watts { get; set; } = 10;

    public EstimateFlow Flow { get; set; } = flow;

    public bool? ExternalPower { get; set; }

    public long Battery { get; set; } = 1;

    public double Target { get; set; } = 100;

    public bool WholePercents { get; set; }

    public double ReportedWatts { get; set; } = double.NaN;

    public EstimateReading Reading => new()
    {
        Time = Time,
        Battery = Battery,
        Flow = Flow,
        ExternalPower = ExternalPower,
        Energy = WholePercents ? double.NaN : Energy,
        EnergyFull = WholePercents ? double.NaN : Full,
        Percentage = WholePercents ? Math.Ceiling(100 * Energy / Full) : double.NaN,
        Power = ReportedWatts,
        TargetPercentage = Target,
    };

    public TimeEstimate Read()
    {
        Estimator.Add(Reading);
        return Estimator.Estimate;
    }

    public TimeEstimate Run(double minutes, double interval = 60)
    {
        TimeEstimate estimate = Read();
        for (double passed = 0; passed < minutes * 60; passed += interval)
        {
            Pass(interval);
            estimate = Read();
        }

        return estimate;
    }

    /// <summary>The same, but no estimate is asked for.</summary>
    public void Feed(double minutes, double interval = 60)
    {
        Estimator.Add(Reading);
        for (double passed = 0; passed < minutes * 60; passed += interval)
        {
            Pass(interval);
            Estimator.Add(Reading);
        }
    }

    private void Pass(double interval)
    {
        Time += interval;
        Energy += Watts * interval / 3600 * (Flow == EstimateFlow.Charging ? 1 : -1);
    }
}
