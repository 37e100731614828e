namespace Battery.Core.Model;

/// <summary>What each <see cref="Reason"/> means to a caller.</summary>
public static class Reasons
{
    /// <summary>The status that a reason amounts to.</summary>
    public static ValueStatus Status(this Reason reason) => reason switch
    {
        Reason.Known => ValueStatus.Present,
        Reason.Missing or Reason.ReportedUnknown or Reason.NoVoltage => ValueStatus.NotSupported,
        Reason.PermissionDenied or Reason.ReadFailed => ValueStatus.Unreadable,
        Reason.NotInThisState or Reason.NothingFlows or Reason.LosesChargeWhileCharging => ValueStatus.NotApplicable,
        _ => ValueStatus.Implausible,
    };

    /// <summary>The reason as the end of a sentence.</summary>
    public static string Text(this Reason reason) => reason switch
    {
        Reason.Known => "it is known",
        Reason.Missing => "this machine does not report it",
        Reason.ReportedUnknown => "the machine says that it does not know",
        Reason.PermissionDenied => "permission to read it is denied",
        Reason.ReadFailed => "the device answered with an error",
        Reason.Malformed => "the machine reports something that is no such value",
        Reason.OutOfRange => "the machine reports a value that the quantity cannot have",
        Reason.FullFarAboveDesign => "the full capacity is more than twice the designed one",
        Reason.DesignFarBelowFull => "the designed capacity is far less than what is in the battery",
        Reason.LeftFarAboveFull => "what is left is far more than what fits in",
        Reason.BareZero => "a bare 0 % from a device that measures nothing is a placeholder",
        Reason.NoVoltage => "the battery counts charge and no voltage is known to turn it into energy",
        Reason.NotInThisState => "it has no meaning in the present state",
        Reason.NothingFlows => "nothing flows in or out",
        Reason.LosesChargeWhileCharging => "the battery loses charge although it is being charged",
        Reason.TooFarAway => "it lies more than ten days away",
        _ => "the reason is not known",
    };
}
