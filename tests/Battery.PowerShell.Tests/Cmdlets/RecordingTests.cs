using System.Collections.ObjectModel;
using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

[Collection("Waiting")]
public sealed class RecordingTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly TemporaryTree _tree = new();
    private readonly string _file;

    public RecordingTests()
    {
        _file = Path.Combine(_tree.Sysfs, "laptop.txt");
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "SERIAL_NUMBER=A77b");
        _engine.SetLocation(_tree.Sysfs);
    }

    public void Dispose()
    {
        _engine.Dispose();
        _tree.Dispose();
    }

    [Theory]
    [InlineData("Get-Battery -Recording laptop.txt", 50.0)]
    [InlineData("Get-Battery -Total -Recording ./laptop.txt", 50.0)]
    [InlineData("Get-BatteryManager -Recording laptop.txt | Get-Battery", 50.0)]
    [InlineData("Get-Battery -Recording laptop.txt | Get-Battery", 50.0)]
    [InlineData("Watch-Battery -Recording laptop.txt -Count 1", 50.0)]
    public void What_is_saved_is_read_wherever_a_machine_is(string command, double percentage)
    {
        Save();
        Assert.Equal(percentage, Assert.Single(_engine.Script(command)).Properties["Percentage"].Value);
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void A_manager_of_a_recording_tells_it()
    {
        Save();
        PSObject manager = Assert.Single(_engine.Script("Get-BatteryManager -Recording laptop.txt"));
        Assert.Equal(_file, manager.Properties["Recording"].Value);
        Assert.Null(manager.Properties["SysfsRoot"].Value);
        Assert.Null(manager.Properties["AdapterPower"].Value);
        Assert.Equal(false, manager.Properties["HasEvents"].Value);
        Assert.Equal($"sysfs: {_file}", manager.ToString());
    }

    [Fact]
    public void A_recording_is_saved_silently_and_masked_unless_asked()
    {
        Assert.Empty(Save());
        Assert.DoesNotContain("A77b", File.ReadAllText(_file), StringComparison.Ordinal);
        PSObject file = Assert.Single(Save("-Force -IncludeSerialNumber -PassThru"));
        Assert.Equal(_file, Assert.IsType<FileInfo>(file.BaseObject).FullName);
        Assert.Contains("A77b", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        Save("-WhatIf");
        Assert.False(File.Exists(_file));
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_forced()
    {
        File.WriteAllText(_file, "mine");
        AssertFails("Save-BatteryRecording laptop.txt -SysfsRoot .", "RecordingExists", ErrorCategory.ResourceExists, "-Force");
        Assert.Equal("mine", File.ReadAllText(_file));
    }

    [Theory]
    [InlineData("Get-Battery -Recording missing.txt", "RecordingNotFound", ErrorCategory.ObjectNotFound, "that exists")]
    [InlineData("Save-BatteryRecording no/such/file -SysfsRoot .", "FolderNotFound", ErrorCategory.ObjectNotFound, "folder that exists")]
    [InlineData("Get-Battery -Recording class/power_supply/BAT0/uevent", "NotARecording", ErrorCategory.InvalidData, "ioreg")]
    [InlineData("Get-Battery -Recording env:PATH", "RecordingNotFileSystem", ErrorCategory.InvalidArgument, "file system")]
    [InlineData("Save-BatteryRecording env:PATH", "PathNotFileSystem", ErrorCategory.InvalidArgument, "file system")]
    public void What_goes_wrong_is_told(string command, string id, ErrorCategory category, string action) => AssertFails(command, id, category, action);

    [Fact]
    public void Names_are_completed_from_the_recording_in_the_users_location()
    {
        Save();
        Assert.Equal(["BAT0"], _engine.Complete("Get-Battery -Recording laptop.txt -Name ").Select(static result => result.CompletionText));
    }

    private Collection<PSObject> Save(string more = "") => _engine.Script($"Save-BatteryRecording laptop.txt -SysfsRoot . {more}");

    private void AssertFails(string command, string id, ErrorCategory category, string action)
    {
        Assert.Empty(_engine.Script(command));
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
