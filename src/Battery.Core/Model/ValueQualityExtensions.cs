namespace Battery.Core.Model;

/// <summary>What each <see cref="ValueQuality"/> means to a caller.</summary>
public static class ValueQualityExtensions
{
    /// <summary>The status of a reason.</summary>
    public static ValueStatus Status(this ValueQuality quality) => quality switch
    {
        ValueQuality.Known => ValueStatus.Present,
        ValueQuality.Missing or ValueQuality.ReportedUnknown or ValueQuality.NoVoltage or ValueQuality.LimitWithoutNumber => ValueStatus.NotSupported,
        ValueQuality.PermissionDenied or ValueQuality.ReadFailed => ValueStatus.Unreadable,
        ValueQuality.NotInThisState or ValueQuality.ZeroRate or ValueQuality.LosesChargeWhileCharging or ValueQuality.LimitInForce
            or ValueQuality.NoLimit or ValueQuality.AlreadyThere => ValueStatus.NotApplicable,
        _ => ValueStatus.Implausible,
    };

    /// <summary>The reason, as the end of a sentence.</summary>
    public static string Text(this ValueQuality quality) => quality switch
    {
        ValueQuality.Known => "it is known",
        ValueQuality.Missing => "the system does not report it",
        ValueQuality.ReportedUnknown => "the system reports it as unknown",
        ValueQuality.PermissionDenied => "permission to read it is denied",
        ValueQuality.ReadFailed => "the device returned an error",
        ValueQuality.Malformed => "what the system reports is not a valid value",
        ValueQuality.OutOfRange => "the system reports an implausible value",
        ValueQuality.FullFarAboveDesign => "the full capacity is more than twice the designed one",
        ValueQuality.DesignFarBelowFull => "the designed capacity is far below the remaining capacity",
        ValueQuality.FullFarBelowDesign => "the full capacity is less than 2 % of the designed one",
        ValueQuality.RemainingFarAboveFull => "the remaining capacity is far above the full capacity",
        ValueQuality.PlaceholderZero => "a 0 is a placeholder where nothing else is measured, or where another value contradicts it",
        ValueQuality.NoVoltage => "the battery counts charge and no voltage is known to convert it to energy",
        ValueQuality.NotInThisState => "it has no meaning in the present state",
        ValueQuality.ZeroRate => "the rate is 0",
        ValueQuality.LosesChargeWhileCharging => "the battery loses charge although it is being charged",
        ValueQuality.TimeTooLong => "it is more than ten days",
        ValueQuality.LimitInForce => "charging ends at a charge limit",
        ValueQuality.NoLimit => "no charge limit is in force",
        ValueQuality.LimitWithoutNumber => "a charge limit is in force, and the machine does not report its percentage",
        ValueQuality.AlreadyThere => "the battery is there already, or beyond",
        _ => "the reason is not known",
    };
}
