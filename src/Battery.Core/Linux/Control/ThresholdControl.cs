using Battery.Core.ChargeLimits;
using Battery.Core.Model;

namespace Battery.Core.Linux.Control;

/// <summary>
/// Sets a charge limit by the attributes that the kernel defines (Documentation/ABI/testing/sysfs-class-power): the thresholds, and
/// <c>charge_types</c> where the limit has no number or the thresholds need it. What failed half-way is undone.
/// </summary>
/// <param name="directory">The battery.</param>
/// <param name="writer">Writes its attributes.</param>
/// <param name="sleep">Waits, in milliseconds.</param>
internal sealed class ThresholdControl(ISupplyDirectory directory, IAttributeWriter writer, Action<int> sleep) : IChargeLimitControl
{
    private const string ChargeTypes = "charge_types";
    private const string ConservationMode = "conservation_mode";
    private const int NoLimit = 100;

    // Two threads that set the limit of one battery would each find the other's thresholds. Two handles may be of one battery.
    private static readonly Lock s_gate = new();

    /// <inheritdoc/>
    public ChargeLimit Set(ChargeLimitRequest request)
    {
        lock (s_gate)
        {
            var attributes = new AttributeJournal(directory, writer, sleep);
            try
            {
                return Set(request, attributes);
            }
            catch (BatteryException problem) when (attributes.HasChanges)
            {
                throw new BatteryException(problem.Code, $"{problem.Message}; {attributes.Undo()}");
            }
        }
    }

    private static ChargeLimit Set(ChargeLimitRequest request, AttributeJournal attributes)
    {
        var types = ChargeTypeList.Parse(attributes.Read(ChargeTypes));
        var thresholds = new ThresholdPair(attributes);
        if (!thresholds.CanSet)
        {
            return SetLongLife(request, types, attributes);
        }

        bool isByType = types.Has(ChargeTypeList.Custom);
        if (isByType && request.IsRemoval && types.Full is { } full)
        {
            // The thresholds stay as they are, and are not in force.
            Choose(full, types, attributes);
            return new(null, NoLimit);
        }

        if (isByType)
        {
            Choose(ChargeTypeList.Custom, types, attributes);
        }
        else if (types.Active == ChargeTypeList.LongLife && types.Full is { } other)
        {
            Choose(other, types, attributes);
        }

        return thresholds.Set(request);
    }

    // On or off, at a percentage that the device decides.
    private static ChargeLimit SetLongLife(ChargeLimitRequest request, ChargeTypeList types, AttributeJournal attributes)
    {
        if (!types.Has(ChargeTypeList.LongLife) || types.Full is not { } full)
        {
            throw new BatteryException(
                BatteryError.NotSupported,
                $"cannot set the charge limit of {attributes.Location}: its driver has no charge_control_end_threshold that can be set, "
                    + "and no charge type Long_Life; "
                    + Remedy(attributes));
        }

        // A start without a limit has no meaning for such a device.
        bool isOff = request.End == NoLimit;
        Choose(isOff ? full : ChargeTypeList.LongLife, types, attributes);
        return new(null, isOff ? NoLimit : null);
    }

    // An attribute of one driver alone is not written.
    private static string Remedy(AttributeJournal attributes) => attributes.Read(ConservationMode) is null
        ? VendorTools.OnLinux(attributes.MachineVendor)
        : $"write 1 or 0 to {ConservationMode} of the driver ideapad_acpi, as docs/charge-limit.md describes";

    private static void Choose(string word, ChargeTypeList types, AttributeJournal attributes)
    {
        if (types.Active == word)
        {
            return;
        }

        int error = attributes.Write(ChargeTypes, word, types.Active);
        if (error != 0)
        {
            throw attributes.Failure(ChargeTypes, word, error);
        }

        if (ChargeTypeList.Parse(attributes.Read(ChargeTypes)).Active is { } active && active != word)
        {
            throw new BatteryException(
                BatteryError.Refused,
                $"{attributes.Location} accepted the charge type {word} and still reports {PlainText.Clean(active)}; update the firmware");
        }
    }
}
