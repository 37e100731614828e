using System.Management.Automation;
using System.Runtime.Versioning;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public sealed class GetBatteryTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _thinkpad = new Fixture("thinkpad-t480-dual").Sysfs;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("BAT*", "BAT0", "BAT1")]
    [InlineData("bat1", "BAT1")]
    [InlineData("*[0]", "BAT0")]
    public void Names_may_be_wildcards_and_ignore_case(string name, params string[] expected) =>
        Assert.Equal(expected, Names(_engine.GetBattery(("Name", name), ("SysfsRoot", _thinkpad))));

    [Fact]
    public void Several_names_give_each_battery_once_in_natural_order() =>
        Assert.Equal(["BAT0", "BAT1"], Names(_engine.GetBattery(("Name", new[] { "BAT1", "BAT*", "BAT0" }), ("SysfsRoot", _thinkpad))));

    [Fact]
    public void Names_come_from_the_pipeline() =>
        Assert.Equal(["BAT1", "BAT0"], Names(_engine.Script($"'BAT1', 'BAT0' | Get-Battery -SysfsRoot '{_thinkpad}'")));

    [Fact]
    public void A_name_that_is_not_there_is_one_error_that_says_which_are()
    {
        Assert.Equal(["BAT0"], Names(_engine.GetBattery(("Name", new[] { "BAT7", "BAT0" }), ("SysfsRoot", _thinkpad))));
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.Equal("BatteryNotFound,Battery.PowerShell.Commands.GetBatteryCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("BAT7", error.TargetObject);
        Assert.Equal("Cannot find a battery named 'BAT7'. Batteries here: BAT0, BAT1.", error.ToString());
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Each_name_that_is_not_there_is_one_error()
    {
        Assert.Equal(["BAT1"], Names(_engine.GetBattery(("Name", new[] { "BAT7", "BAT1", "BAT8" }), ("SysfsRoot", _thinkpad))));
        Assert.Equal(["BAT7", "BAT8"], _engine.Errors.Select(static error => (string)error.TargetObject));
    }

    [Fact]
    public void A_name_where_there_is_no_battery_says_so()
    {
        Assert.Empty(_engine.GetBattery(("Name", "BAT0"), ("SysfsRoot", new Fixture("desktop").Sysfs)));
        Assert.Equal("Cannot find a battery named 'BAT0'. There are none here.", Assert.Single(_engine.Errors).ToString());
    }

    [Theory]
    [InlineData("hidpp_battery_0", "System")]
    [InlineData("bat0", "Peripheral")]
    public void A_name_of_another_scope_is_an_error_that_says_how_to_get_it(string name, string scope)
    {
        Assert.Empty(_engine.GetBattery(("Name", name), ("Scope", scope), ("SysfsRoot", new Fixture("lenovo-with-mouse").Sysfs)));
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.StartsWith("BatteryNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Scope All", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_is_none_is_one_clear_error() =>
        Assert.Contains("BAT[", Assert.IsAssignableFrom<ParameterBindingException>(Record.Exception(() => _engine.GetBattery(("Name", "BAT["), ("SysfsRoot", _thinkpad)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("sys")]
    [InlineData("./sys/")]
    [InlineData("../thinkpad-t480-dual/sys")]
    [InlineData("fixture:/sys")]
    public void A_root_is_a_path_of_PowerShell(string root)
    {
        string folder = Path.GetDirectoryName(_thinkpad)!;
        _engine.Script($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder}'); $null = New-PSDrive -Name fixture -PSProvider FileSystem -Root '{folder}'");
        if (_engine.Errors.Count > 0)
        {
            // New-PSDrive is not in the engine's core; its provider is.
            _engine.Errors.Clear();
            _engine.Script($"$null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('fixture', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), '{folder}', '', $null), 'global')");
        }

        Assert.Equal(["BAT0", "BAT1"], Names(_engine.GetBattery(("SysfsRoot", root))));
    }

    [Fact]
    public void A_root_may_begin_at_home() =>
        Assert.Equal(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/no such root", Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.GetBattery(("SysfsRoot", "~/no such root")))).ErrorRecord.TargetObject);

    [Fact]
    public void A_root_may_hold_characters_that_are_wildcards_elsewhere()
    {
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        string odd = Path.Combine(tree.Sysfs, "[host]*");
        Directory.CreateDirectory(odd);
        Directory.Move(Path.Combine(tree.Sysfs, "class"), Path.Combine(odd, "class"));
        Assert.Equal(["BAT0"], Names(_engine.GetBattery(("SysfsRoot", odd))));
    }

    [Fact]
    public void Verbose_tells_once_which_library_is_used()
    {
        _engine.Script($"'BAT0', 'BAT1' | Get-Battery -SysfsRoot '{_thinkpad}' -Verbose");
        string message = Assert.Single(_engine.Verbose);
        Assert.Contains(Path.Combine("native", "libbattery.so"), message, StringComparison.Ordinal);
        Assert.Matches(@"libbattery \d+\.\d+\.\d+ ", message);
    }

    [Fact]
    public void A_wildcard_that_matches_nothing_is_no_error()
    {
        Assert.Empty(_engine.GetBattery(("Name", "X*"), ("SysfsRoot", _thinkpad), ("Verbose", true)));
        Assert.Empty(_engine.Errors);
        Assert.Contains(_engine.Verbose, static message => message.Contains("X*", StringComparison.Ordinal));
    }

    [Fact]
    public void No_battery_is_no_output_no_error_and_a_verbose_message()
    {
        Assert.Empty(_engine.GetBattery(("SysfsRoot", new Fixture("desktop").Sysfs), ("Verbose", true)));
        Assert.Empty(_engine.Errors);
        Assert.Contains(_engine.Verbose, static message => message.StartsWith("No battery", StringComparison.Ordinal));
    }

    [Fact]
    public void A_root_that_does_not_exist_is_one_clear_error()
    {
        var error = Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.GetBattery(("SysfsRoot", "/no/such/root")))).ErrorRecord;
        Assert.StartsWith("SysfsRootNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("/no/such/root", error.TargetObject);
        Assert.Contains("/no/such/root", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_of_another_provider_is_an_error()
    {
        var error = Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.GetBattery(("SysfsRoot", "Env:\\PATH")))).ErrorRecord;
        Assert.StartsWith("SysfsRootNotFileSystem", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System", "BAT0")]
    [InlineData("Peripheral", "hidpp_battery_0")]
    [InlineData("All", "BAT0", "hidpp_battery_0")]
    public void Scope_chooses_whose_batteries(string scope, params string[] expected) =>
        Assert.Equal(expected, Names(_engine.GetBattery(("Scope", scope), ("SysfsRoot", new Fixture("lenovo-with-mouse").Sysfs))));

    [Fact]
    public void Objects_are_typed_and_unknown_is_null()
    {
        PSObject battery = _engine.GetBattery(("Name", "BAT0"), ("SysfsRoot", _thinkpad)).Single();
        Assert.Equal("Battery.BatteryInfo", battery.TypeNames[0]);
        Assert.IsType<double>(battery.Properties["Energy"].Value);
        Assert.Null(battery.Properties["Temperature"].Value);
        Assert.Null(battery.Properties["TimeToEmpty"].Value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)battery.Properties["Timestamp"].Value).Kind);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_may_not_be_read_is_an_error_that_says_what_to_do()
    {
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery");
        string folder = Path.GetDirectoryName(tree.Folder("BAT0"))!;
        tree.OpenToAll();
        UnixFileMode own = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.None);
        using var engine = new Engine(onCallersThread: true);
        ErrorRecord? error = null;
        Unprivileged.Run(() => error = Record.Exception(() => engine.GetBattery(("SysfsRoot", tree.Sysfs))) is CmdletInvocationException failure ? failure.ErrorRecord : null);
        File.SetUnixFileMode(folder, own);
        Assert.Equal("AccessDenied,Battery.PowerShell.Commands.GetBatteryCommand", error?.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error!.CategoryInfo.Category);
        Assert.Equal(tree.Sysfs, error.TargetObject);
        Assert.Contains(folder, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Run as a user who may read it.", error.ErrorDetails.RecommendedAction);
    }

    private static IEnumerable<string> Names(IEnumerable<PSObject> batteries) => batteries.Select(static battery => (string)battery.Properties["Name"].Value);
}
