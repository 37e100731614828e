using Battery.Shell;

namespace Battery.PowerShell.Tests.Shell;

public sealed class ShellOptionsTests
{
    [Fact]
    public void No_arguments_mean_interactive()
    {
        ShellOptions options = ShellOptions.Parse([]);

        Assert.Null(options.Error);
        Assert.Equal("Interactive", options.Mode.ToString());
        Assert.False(options.NoExit);
        Assert.Null(options.ModulePath);
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-command")]
    [InlineData("--Command")]
    [InlineData("-c")]
    [InlineData("-COM")]
    public void Command_takes_the_rest_of_the_line(string name)
    {
        ShellOptions options = ShellOptions.Parse([name, "Get-Battery", "-NoExit", "a b"]);

        Assert.Null(options.Error);
        Assert.Equal("Command", options.Mode.ToString());
        Assert.Equal("Get-Battery -NoExit a b", options.CommandText);
        Assert.False(options.NoExit);
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-File")]
    public void A_dash_means_standard_input(string name)
        => Assert.Equal("StandardInput", ShellOptions.Parse([name, "-"]).Mode.ToString());

    [Theory]
    [InlineData("-File")]
    [InlineData("-f")]
    [InlineData(null)]
    public void File_takes_the_script_and_its_arguments(string? name)
    {
        string[] script = ["x.ps1", "-Name", "v", "-c"];

        ShellOptions options = ShellOptions.Parse(name is null ? script : [name, .. script]);

        Assert.Null(options.Error);
        Assert.Equal("File", options.Mode.ToString());
        Assert.Equal("x.ps1", options.ScriptPath);
        Assert.Equal(["-Name", "v", "-c"], options.ScriptArguments);
    }

    [Fact]
    public void Module_and_NoExit_stand_before_the_command()
    {
        ShellOptions options = ShellOptions.Parse(["-noe", "-m", "/m/Battery.psd1", "-c", "1"]);

        Assert.Null(options.Error);
        Assert.True(options.NoExit);
        Assert.Equal("/m/Battery.psd1", options.ModulePath);
        Assert.Equal("1", options.CommandText);
    }

    [Theory]
    [InlineData("-Help", "Help")]
    [InlineData("-h", "Help")]
    [InlineData("-?", "Help")]
    [InlineData("-Version", "Version")]
    [InlineData("-v", "Version")]
    public void Help_and_Version_are_modes(string argument, string mode)
        => Assert.Equal(mode, ShellOptions.Parse([argument]).Mode.ToString());

    [Theory]
    [InlineData("-NoProfile")]
    [InlineData("-nop")]
    [InlineData("-NoLogo")]
    public void What_this_shell_never_has_may_be_declined(string option)
    {
        ShellOptions options = ShellOptions.Parse([option, "-Command", "1"]);

        Assert.Null(options.Error);
        Assert.Equal("1", options.CommandText);
    }

    [Theory]
    [InlineData("-Bogus")]
    [InlineData("-n")]
    [InlineData("-NoProfiles")]
    [InlineData("-NoExits")]
    [InlineData("--")]
    [InlineData("-Command")]
    [InlineData("-File")]
    [InlineData("-Module")]
    [InlineData("-Command", "-", "more")]
    public void A_wrong_line_says_what_is_wrong(params string[] args)
        => Assert.False(string.IsNullOrEmpty(ShellOptions.Parse(args).Error));

    [Fact]
    public void Script_arguments_become_parameters()
    {
        var parameters = ScriptArguments
            .ToParameters(["a", "-Flag", "-On:$true", "-Text:x", "-Name:", "-z", "-"])
            .Select(parameter => ((string?)parameter.Name, (object?)parameter.Value));

        Assert.Equal(
            [(null, "a"), ("-Flag", null), ("-On", true), ("-Text", "x"), ("-Name", "-z"), (null, "-")], parameters);
    }

    [Theory]
    [InlineData("1 + 1", false)]
    [InlineData("if ($true) {", true)]
    [InlineData("'text", true)]
    [InlineData("1 |", true)]
    [InlineData("1 )", false)]
    public void Incomplete_input_asks_for_more(string text, bool incomplete)
        => Assert.Equal(incomplete, InteractiveLoop.IsIncomplete(text));
}
