namespace Battery.Estimates;

/// <summary>A row of a recorded run; a value that the log does not have is NaN.</summary>
/// <param name="Time">Seconds since the beginning of the run.</param>
/// <param name="Percentage">State of charge in percent.</param>
/// <param name="Energy">Remaining energy in Wh.</param>
/// <param name="Charge">Remaining charge in Ah.</param>
/// <param name="Power">Power in W, without a sign.</param>
internal readonly record struct RunRow(double Time, double Percentage, double Energy, double Charge, double Power);
