namespace Battery.Core.Model;

/// <summary>What each <see cref="ValueQuality"/> means to a caller.</summary>
public static class ValueQualityExtensions
{
    /// <summary>The status that a reason amounts to.</summary>
    public static ValueStatus Status(this ValueQuality quality) => quality switch
    {
        ValueQuality.Known => ValueStatus.Present,
        ValueQuality.Missing or ValueQuality.ReportedUnknown or ValueQuality.NoVoltage => ValueStatus.NotSupported,
        ValueQuality.PermissionDenied or ValueQuality.ReadFailed => ValueStatus.Unreadable,
        ValueQuality.NotInThisState or ValueQuality.ZeroRate or ValueQuality.LosesChargeWhileCharging => ValueStatus.NotApplicable,
        _ => ValueStatus.Implausible,
    };

    /// <summary>The reason as the end of a sentence.</summary>
    public static string Text(this ValueQuality quality) => quality switch
    {
        ValueQuality.Known => "it is known",
        ValueQuality.Missing => "this machine does not report it",
        ValueQuality.ReportedUnknown => "the machine says that it does not know",
        ValueQuality.PermissionDenied => "permission to read it is denied",
        ValueQuality.ReadFailed => "the device answered with an error",
        ValueQuality.Malformed => "the machine reports something that is no such value",
        ValueQuality.OutOfRange => "the machine reports a value that the quantity cannot have",
        ValueQuality.FullFarAboveDesign => "the full capacity is more than twice the designed one",
        ValueQuality.DesignFarBelowFull => "the designed capacity is far less than what is in the battery",
        ValueQuality.FullFarBelowDesign => "the full capacity is less than 2 % of the designed one",
        ValueQuality.RemainingFarAboveFull => "what is left is far more than what fits in",
        ValueQuality.PlaceholderZero => "a bare 0 % from a device that measures nothing is a placeholder",
        ValueQuality.NoVoltage => "the battery counts charge and no voltage is known to turn it into energy",
        ValueQuality.NotInThisState => "it has no meaning in the present state",
        ValueQuality.ZeroRate => "nothing flows in or out",
        ValueQuality.LosesChargeWhileCharging => "the battery loses charge although it is being charged",
        ValueQuality.TimeTooLong => "it lies more than ten days away",
        _ => "the reason is not known",
    };
}
