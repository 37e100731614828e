using Battery.Core.Raw;

namespace Battery.Core.Explanation;

/// <summary>What the rules depend on. The numbers below <see cref="Name"/> are those of <see cref="SupplyProperty"/>.</summary>
internal enum RuleInput
{
    /// <summary>The name of the supply.</summary>
    Name = RawReading.PropertyCount,

    /// <summary><see cref="PowerFlags.ExternalConnected"/>.</summary>
    ExternalConnectedFlag,

    /// <summary><see cref="PowerFlags.Charging"/>.</summary>
    ChargingFlag,

    /// <summary><see cref="PowerFlags.Discharging"/>.</summary>
    DischargingFlag,

    /// <summary><see cref="PowerFlags.Critical"/>.</summary>
    CriticalFlag,

    /// <summary><see cref="PowerFlags.FullyCharged"/>.</summary>
    FullyChargedFlag,

    /// <summary>Whether external power is connected to the machine.</summary>
    ExternalPower,

    /// <summary>Whether another battery charges or discharges.</summary>
    OtherBatteries,
}

/// <summary>The kinds of inputs.</summary>
internal static class RuleInputs
{
    /// <summary>How many inputs there are.</summary>
    public const int Count = (int)RuleInput.OtherBatteries + 1;

    /// <summary>The input that a property is.</summary>
    public static RuleInput Of(SupplyProperty property) => (RuleInput)property;

    /// <summary>Whether the input is a property of the supply.</summary>
    public static bool IsProperty(this RuleInput input) => input < RuleInput.Name;

    /// <summary>Whether the input is a string.</summary>
    public static bool IsText(this RuleInput input) => input == RuleInput.Name || (input.IsProperty() && RawReading.IsText((SupplyProperty)input));

    /// <summary>Whether the input is a number that measures or counts, and not the code of a word.</summary>
    public static bool IsNumber(this RuleInput input) => input.IsProperty() && !input.IsText() && (SupplyProperty)input
        is not (SupplyProperty.Type or SupplyProperty.Scope or SupplyProperty.Present or SupplyProperty.Online or SupplyProperty.Status
            or SupplyProperty.Technology or SupplyProperty.CapacityLevel or SupplyProperty.UsbType or SupplyProperty.ChargeType
            or SupplyProperty.AvailableChargeTypes or SupplyProperty.ChargeBehavior or SupplyProperty.ChargeHold or SupplyProperty.Condition);
}
