using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Sets the percentage at which batteries stop charging, or removes it.</summary>
/// <remarks>
/// <para>
/// Sets a charge limit and reads back which one is in force. Many devices round the percentage or offer a few only; a limit that differs
/// from the one that was asked for is a warning. If the device refuses the limit or does not apply it, that is an error, and what had been
/// changed is restored.
/// </para>
/// <para>
/// Linux only, by the attributes that the kernel defines for all makers. Writing them needs root, or the udev rule of
/// docs/charge-limit.md. Where the kernel's driver has no limit, and on Windows and macOS, the error names the tool to use instead.
/// </para>
/// <para>
/// The device keeps the limit, or loses it at a restart, in suspend or when the battery is exchanged: the module does not set it again.
/// docs/charge-limit.md has a unit for systemd that does.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries.</input>
/// <input cref="BatteryManager">Open managers.</input>
/// <input cref="BatteryInfo">Batteries that were read before.</input>
/// <output cref="BatteryInfo">With -PassThru: each battery, read after its limit was set; otherwise nothing.</output>
/// <note>
/// A recording is never changed. A battery that was read from another folder than /sys is changed only if -SysfsRoot names that folder.
/// </note>
/// <note>
/// A device whose limit has no number (the charge type Long_Life) is switched on by any -End below 100, at a percentage that it decides.
/// </note>
/// <note>
/// On a machine without a battery nothing is set, and that is not an error; -Verbose reports it. A name that no battery has is an error.
/// </note>
/// <example>
/// <para>Only report what would be set</para>
/// <code>Set-BatteryChargeLimit -End 80 -WhatIf</code>
/// <para>Reads the batteries, and writes nothing.</para>
/// </example>
/// <example>
/// <para>Stop charging at 80 %</para>
/// <code>Set-BatteryChargeLimit BAT0 -End 80</code>
/// <para>Needs root, or the udev rule of docs/charge-limit.md.</para>
/// </example>
/// <example>
/// <para>Start charging below 40 % only</para>
/// <code>Set-BatteryChargeLimit BAT0 -End 80 -Start 40 -PassThru | Select-Object Name, ChargeStartThreshold, ChargeLimit</code>
/// <para>-PassThru gives the battery as it is now.</para>
/// </example>
/// <example>
/// <para>Charge to 100 % again</para>
/// <code>Set-BatteryChargeLimit -Full</code>
/// <para>Removes the limits of all batteries.</para>
/// </example>
/// <example>
/// <para>The batteries that have a limit above 80 %</para>
/// <code>Get-Battery | Where-Object { $_.ChargeEndThreshold -gt 80 } | Set-BatteryChargeLimit -End 80</code>
/// <para>A threshold that is not reported is $null, which is not greater.</para>
/// </example>
/// <example>
/// <para>The host, from inside a container</para>
/// <code>Set-BatteryChargeLimit -End 80 -SysfsRoot /host/sys</code>
/// <para>The host's /sys must be mounted writable.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="GetBatteryValueCommand"/>
/// <seealso cref="WaitBatteryCommand"/>
[Cmdlet(VerbsCommon.Set, "BatteryChargeLimit", SupportsShouldProcess = true, DefaultParameterSetName = EndSet)]
[OutputType(typeof(BatteryInfo))]
public sealed class SetBatteryChargeLimitCommand : BatterySelectionCommand
{
    private const string EndSet = "End";
    private const string FullSet = "Full";

    private ChargeLimits _limits = new(null, ChargeLimits.None);

    /// <summary>The percentage at which charging ends, 1 to 100.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EndSet)]
    [ValidateRange(1, 100)]
    public int End { get; set; }

    /// <summary>
    /// The percentage below which charging starts, 0 to 99, at most that of -End. Without it the device's own stays as it is, or becomes
    /// 5 below -End if it is not below. Not every device has one.
    /// </summary>
    /// <default>As it is</default>
    [Parameter(ParameterSetName = EndSet)]
    [ValidateRange(0, 99)]
    public int Start { get; set; }

    /// <summary>Removes the limit: the battery is charged to 100 % whenever external power is connected.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FullSet)]
    public SwitchParameter Full { get; set; }

    /// <summary>Writes each battery whose limit was set to the pipeline, read again.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// A folder to read and to change instead of /sys, for example a host's /sys that is mounted in a container: the folder that contains
    /// class/power_supply. It is a path of the file system, and wildcards in it are literal. Batteries and managers that were read from
    /// there are changed only if it is given. Linux only.
    /// </summary>
    /// <default>/sys</default>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override string? SysfsRoot { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        bool isStartGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Start));
        if (isStartGiven && Start > End)
        {
            string message = $"Charging cannot start at {Start} %, above the limit of {End} %.";
            ErrorRecord error = new(new PSArgumentException(message), "ChargeStartAboveEnd", ErrorCategory.InvalidArgument, Start);
            ThrowTerminatingError(WithAction(error, message, "Give a -Start of at most -End."));
        }

        if (ParameterSetName == FullSet && !Full)
        {
            const string Message = "-Full is false, and there is no -End.";
            ErrorRecord error = new(new PSArgumentException(Message), "NoChargeLimit", ErrorCategory.InvalidArgument, Full);
            ThrowTerminatingError(WithAction(error, Message, "Give -End with a percentage, or -Full to remove the limit."));
        }

        _limits = Full ? new(null, ChargeLimits.None) : new(isStartGiven ? (uint)Start : null, (uint)End);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        DataSource source = LiveSource;
        if (InputObject is not null)
        {
            if (SourceOf(InputObject) is { } own && IsAllowed(own, source)
                && TryRun(own, () => Read(own, ScopesOf(InputObject))) is { } all && FindAgain(InputObject, all) is { } battery)
            {
                SetAll(own, [battery]);
            }
        }
        else if (Manager is null)
        {
            SetAll(source, Select(source, Run(source, () => Read(source, Scope))));
        }
        else if (IsAllowed(Manager.Source, source) && TryRun(Manager.Source, () => Read(Manager, Scope)) is { } all)
        {
            SetAll(Manager.Source, Select(Manager.Source, all));
        }
    }

    // A recording, and a folder that only the object names, are not changed by mistake.
    private bool IsAllowed(DataSource source, DataSource named)
    {
        if (source == named)
        {
            return true;
        }

        (string message, string action) = source.Recording is not null
            ? ($"'{source.Recording}' is a recording, which is never changed.", "Use a battery of this machine.")
            : ($"The battery was read from '{source.Name}', and -SysfsRoot does not name that folder.", $"Give -SysfsRoot '{source.Name}' to change it.");
        if (source.Path is null)
        {
            (message, action) = ($"The battery is one of this machine, and -SysfsRoot names '{named.Name}'.", "Leave out -SysfsRoot.");
        }

        ErrorRecord error = new(new InvalidOperationException(message), "ChargeLimitSourceNotNamed", ErrorCategory.InvalidOperation, source.Path);
        WriteError(WithAction(error, message, action));
        return false;
    }

    private void SetAll(DataSource source, List<BatteryInfo> batteries)
    {
        string start = _limits.Start is { } percentage ? $", and start charging below {percentage} %" : string.Empty;
        string action = Full ? "Remove the charge limit" : $"Set the charge limit to {End} %{start}";
        foreach (BatteryInfo battery in batteries)
        {
            if (ShouldProcess(source.Path is { } path ? $"{battery.Name} in '{path}'" : battery.Name, action))
            {
                Set(source, battery);
            }
        }
    }

    private void Set(DataSource source, BatteryInfo battery)
    {
        try
        {
            (ChargeLimits? inForce, BatteryInfo? now) = RunStoppable(() =>
            {
                using var manager = ManagerHandle.Open(source, ScopesOf(battery));
                ChargeLimits? inForce = manager.SetChargeLimit(battery.Name, _limits);
                return (inForce, PassThru ? manager.ReadAll().Find(one => one.Name == battery.Name) : null);
            });
            if (inForce is null)
            {
                ReportGone(battery, null);
                return;
            }

            Warn(battery.Name, inForce);
            WriteEach(now is null ? [] : [now]);
        }
        catch (BatteryException e)
        {
            WriteError(ToRecord(e, battery));
        }
    }

    private void Warn(string name, ChargeLimits inForce)
    {
        if (inForce.End is null && !Full)
        {
            WriteWarning($"{name}: the limit is on; the device does not report at which percentage.");
        }
        else if (inForce.End is not null && inForce.End != _limits.End)
        {
            WriteWarning($"{name}: the device has set the limit to {inForce.End} % instead of {_limits.End} %.");
        }

        if (Full && inForce.Start > 0)
        {
            WriteWarning($"{name}: charging still starts below {inForce.Start} % only; the device does not remove that.");
        }
        else if (_limits.Start is not null && inForce.Start is null)
        {
            WriteWarning($"{name}: the device has no percentage at which charging starts; -Start has no effect.");
        }
        else if (_limits.Start is not null && inForce.Start != _limits.Start)
        {
            WriteWarning($"{name}: the device starts charging below {inForce.Start} % instead of {_limits.Start} %.");
        }
    }

    private static ErrorRecord ToRecord(BatteryException exception, BatteryInfo battery)
    {
        (string id, ErrorCategory category, string action) = exception.Error switch
        {
            BatteryError.NotSupported => ("ChargeLimitNotSupported", ErrorCategory.NotImplemented, "Use the tool that the message names."),
            BatteryError.PermissionDenied => (
                "AccessDenied",
                ErrorCategory.PermissionDenied,
                "Run PowerShell as root (sudo), or install the udev rule of docs/charge-limit.md."),
            BatteryError.Refused => ("ChargeLimitRefused", ErrorCategory.DeviceError, "Try another percentage, for example 80."),
            BatteryError.NotFound => ("BatteryGone", ErrorCategory.ObjectNotFound, "List the batteries again with Get-Battery."),
            _ => ("ChargeLimitNotSet", ErrorCategory.WriteError, "Try again; if it persists, see the system's log."),
        };
        return WithAction(new(exception, id, category, battery), exception.Message, action);
    }
}
