using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The kernel asks a peripheral by radio whenever its battery is read, so nothing reads it that was not asked to.</summary>
public sealed class PeripheralTests : IDisposable
{
    private readonly TemporaryTree _tree = new TemporaryTree()
        .Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=50").File("BAT0", "type", "Battery\n")
        .Supply("mouse", "TYPE=Battery", "SCOPE=Device", "STATUS=Discharging", "CAPACITY=80")
        .File("mouse", "type", "Battery\n").File("mouse", "scope", "Device\n");

    public PeripheralTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has batteries of peripherals");

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("$manager | Out-String")]
    [InlineData("$manager.BatteryCount, $manager.ExternalPower, $manager.AdapterPower")]
    [InlineData("1..3 | ForEach-Object { $manager | Get-Battery }")]
    [InlineData("$manager | Get-Battery -Total")]
    [InlineData("$manager | Get-BatteryHealth")]
    [InlineData("$manager | Test-Battery -Above 10 -OnBattery")]
    [InlineData("$manager | Wait-Battery -Above 10 -Timeout 1")]
    [InlineData("$manager | Watch-Battery -Count 2 -Interval 1")]
    [InlineData("Get-Battery BAT0 -SysfsRoot $manager.SysfsRoot | Get-BatteryValue EnergyRate")]
    [InlineData("TabExpansion2 'Get-Battery -Manager $manager -Name ' | Out-Null")]
    [InlineData("TabExpansion2 \"Get-Battery -SysfsRoot $($manager.SysfsRoot) -Name \" | Out-Null")]
    [InlineData("Get-Battery mouse -SysfsRoot $manager.SysfsRoot -ErrorAction Ignore")]
    [InlineData("$manager | Get-Battery mouse, BAT7 -ErrorAction Ignore")]
    [InlineData("$manager | Get-BatteryHealth mouse -ErrorAction Ignore")]
    [InlineData("$manager | Test-Battery mouse -Above 10 -ErrorAction Ignore")]
    [InlineData("$manager | Wait-Battery mouse -Above 10 -Timeout 1 -ErrorAction Ignore")]
    [InlineData("$manager | Watch-Battery mouse -Count 1 -Interval 1 -ErrorAction Ignore")]
    [InlineData("Set-BatteryChargeLimit mouse -End 80 -SysfsRoot $manager.SysfsRoot -ErrorAction Ignore")]
    [InlineData("$manager | Get-Battery | ConvertTo-BatteryMetric Json")]
    [InlineData("Get-BatteryValue -SysfsRoot $manager.SysfsRoot")]
    [InlineData("$manager.Adapters")]
    public void A_manager_reads_no_peripheral_unless_peripherals_are_requested(string script)
    {
        using var counter = new OpenCounter(Path.Combine(_tree.Folder("mouse"), "uevent"));
        Run(script);
        Assert.Equal(0, counter.Take());
    }

    [Theory]
    [InlineData("$manager | Get-Battery -Scope Peripheral", "mouse")]
    [InlineData("$manager | Get-Battery -Scope All", "BAT0", "mouse")]
    [InlineData("Get-Battery -SysfsRoot $manager.SysfsRoot -Scope Peripheral | Get-Battery", "mouse")]
    public void A_manager_reads_the_peripherals_that_are_requested(string script, params string[] names)
    {
        using var counter = new OpenCounter(Path.Combine(_tree.Folder("mouse"), "uevent"));
        Assert.Equal(names, Run($"({script}).Name"));
        Assert.NotEqual(0, counter.Take());
    }

    [Fact]
    public void The_event_Changed_reads_no_peripheral()
    {
        using var engine = new Engine();
        using var counter = new OpenCounter(Path.Combine(_tree.Folder("mouse"), "uevent"));
        engine.Script($"$manager = Get-BatteryManager -SysfsRoot {Pwsh.Quote(_tree.Sysfs)}; Register-ObjectEvent $manager Changed -SourceIdentifier changed");
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Charging", "CAPACITY=50");
        Assert.Single(engine.Script("Wait-Event changed -Timeout 600"));
        engine.Script("Unregister-Event changed; $manager.Dispose()");
        Assert.Empty(engine.Errors);
        Assert.Equal(0, counter.Take());
    }

    private string[] Run(string script)
    {
        using var engine = new Engine();
        string[] output =
        [
            .. engine.Script($"$manager = Get-BatteryManager -SysfsRoot {Pwsh.Quote(_tree.Sysfs)}; try {{ {script} }} finally {{ $manager.Dispose() }}")
                .Select(static one => $"{one}"),
        ];
        Assert.Empty(engine.Errors);
        return output;
    }
}
