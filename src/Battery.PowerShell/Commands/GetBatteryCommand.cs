using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;
using Battery.PowerShell.Totals;

namespace Battery.PowerShell.Commands;

/// <summary>Gets the batteries of this machine, each as a <see cref="BatteryInfo"/>, or all as one <see cref="BatteryTotal"/>.</summary>
[Cmdlet(VerbsCommon.Get, "Battery", DefaultParameterSetName = NameSet)]
[OutputType(typeof(BatteryInfo), ParameterSetName = [NameSet, ManagerSet, InputObjectSet])]
[OutputType(typeof(BatteryTotal), ParameterSetName = [TotalSet])]
public sealed class GetBatteryCommand : BatteryCommand
{
    private const string NameSet = "Name";
    private const string TotalSet = "Total";
    private const string ManagerSet = "Manager";
    private const string InputObjectSet = "InputObject";

    /// <summary>Names of batteries, as BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = ManagerSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ManagerSet)]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>All of the machine's own batteries as one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TotalSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>An open manager, of Get-BatteryManager.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagerSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>A battery that was read before, which is read again.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = TotalSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [ValidateNotNullOrEmpty]
    public override string? SysfsRoot { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = TotalSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [ValidateNotNullOrEmpty]
    public override string? Recording { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case InputObjectSet:
                ReadAgain(InputObject!);
                break;
            case ManagerSet:
                WriteNamed(ReadThrough(Manager!.Opened));
                break;
            case TotalSet:
                WriteTotal(ReadOnce().FindAll(static battery => battery.Scope == BatteryScope.System));
                break;
            default:
                WriteNamed(ReadOnce());
                break;
        }
    }

    private List<BatteryInfo> ReadOnce() => Run(() =>
    {
        using var manager = OpenManager.Open(Machine, BatteryScopes.All);
        return manager.ReadAll();
    });

    // Of several managers in the pipeline one may be disposed; the others are read all the same.
    private List<BatteryInfo>? ReadThrough(OpenManager manager)
    {
        try
        {
            return manager.ReadAll();
        }
        catch (LibraryException e)
        {
            WriteError(Record(e));
            return null;
        }
    }

    private void WriteNamed(List<BatteryInfo>? all)
    {
        if (all is null)
        {
            return;
        }

        List<BatteryInfo> batteries = all.FindAll(battery => Scope.Includes(battery.Scope));
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope);
        }

        if (Name is null)
        {
            WriteEach(batteries);
            return;
        }

        var names = new BatteryNames(Name);
        foreach (string missing in names.Missing(batteries))
        {
            ReportMissing(missing, Scope, batteries, all);
        }

        WriteEach(names.Choose(batteries));
    }

    private void WriteTotal(List<BatteryInfo> batteries)
    {
        if (batteries.Count == 0)
        {
            WriteNoBattery(ScopeFilter.System);
            return;
        }

        WriteObject(TotalRules.Of(batteries));
    }

    private void ReadAgain(BatteryInfo earlier)
    {
        BatteryInfo? now = ReadOnce().Find(battery => battery.Name == earlier.Name && battery.Scope == earlier.Scope);
        if (now is not null && (now.SerialNumber == earlier.SerialNumber || now.SerialNumber is null || earlier.SerialNumber is null))
        {
            WriteObject(now);
            return;
        }

        string message = now is null
            ? $"The battery '{earlier.Name}' is gone."
            : $"In the place of the battery '{earlier.Name}' with the serial number {earlier.SerialNumber} is another one, with {now.SerialNumber}.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryGone", ErrorCategory.ObjectNotFound, earlier), message, "List the batteries again with Get-Battery."));
    }
}
