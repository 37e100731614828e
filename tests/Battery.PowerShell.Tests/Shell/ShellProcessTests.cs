namespace Battery.PowerShell.Tests.Shell;

public sealed class ShellProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-shell-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Command_writes_its_output()
    {
        ShellRun run = Command("1..2 | ForEach-Object { $_ * 2 } | Where-Object { $_ -gt 2 }; 'b'");

        Assert.Equal("4\nb\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("nope", 1)]
    [InlineData("nope; 'fine'", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("1 +", 1)]
    [InlineData("1 )", 1)]
    [InlineData("exit 7", 7)]
    [InlineData("'a'; & { exit 3 }; 'never'", 3)]
    [InlineData("", 0)]
    public void Command_gives_the_exit_code_of_pwsh(string text, int exitCode)
        => Assert.Equal(exitCode, Command(text).ExitCode);

    [Theory]
    [InlineData("throw 'boom'", "Exception: boom")]
    [InlineData("nope-nope", "'nope-nope' is not recognized")]
    [InlineData("1 +", "ParserError")]
    public void Errors_go_to_standard_error(string text, string message)
    {
        ShellRun run = Command(text);

        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Streams_have_their_labels()
    {
        ShellRun run = Command(
            "function f { [CmdletBinding()]param() $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); "
            + "$PSCmdlet.WriteDebug('d') }; $DebugPreference = 'Continue'; f -Verbose");

        Assert.Contains("WARNING: w\nVERBOSE: v\nDEBUG: d\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_redirected_has_escape_sequences()
    {
        ShellRun run = Command(
            "$PSStyle.OutputRendering = 'Ansi'; Get-Command Get-Command; \"`e[31mred`e[0m `e]8;;http://x`e\\link\"; "
            + "$Host.UI.WriteWarningLine('w'); $Host.UI.Write('Red', 'Blue', 'c'); nope");

        Assert.Contains("red link\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
        Assert.DoesNotContain('\e', run.Error);
    }

    [Fact]
    public void Redirected_output_is_80_wide() => Assert.Equal("80\n", Command("$Host.UI.RawUI.BufferSize.Width").Output);

    [Fact]
    public void Commands_come_from_standard_input()
    {
        const string Input = "function f {\n  'in f'\n}\nf\nexit 5\n'never'\n";

        foreach (string[] args in new string[][] { ["-m", Module()], ["-m", Module(), "-Command", "-"] })
        {
            ShellRun run = ShellRun.Start(Input, args);

            Assert.Equal("in f\n", run.Output);
            Assert.Equal(5, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("'a'\nnope\n", 1)]
    [InlineData("nope\n'a'\n", 0)]
    [InlineData("'a'\nif ($true) {\n", 1)]
    public void The_end_of_standard_input_gives_the_last_success(string input, int exitCode)
        => Assert.Equal(exitCode, ShellRun.Start(input, ["-m", Module()]).ExitCode);

    [Fact]
    public void File_gets_its_arguments_and_knows_its_place()
    {
        string script = Script("param($Name, [switch]$Flag, $Last) \"$Name|$Flag|$Last|$PSScriptRoot\"");

        ShellRun run = ShellRun.Start("-m", Module(), "-File", script, "-Name", "a b", "-Flag", "z");

        Assert.Equal($"a b|True|z|{_folder}\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("function f { exit 9 }; f; 'never'", 9)]
    [InlineData("nope", 0)]
    [InlineData("throw 'x'", 1)]
    [InlineData("1 )", 1)]
    public void File_gives_the_exit_code_of_pwsh(string text, int exitCode)
        => Assert.Equal(exitCode, ShellRun.Start("-m", Module(), "-File", Script(text)).ExitCode);

    [Fact]
    public void An_error_in_a_file_tells_its_line()
        => Assert.Contains(
            "s.ps1:2", ShellRun.Start("-m", Module(), "-File", Script("'a'\nthrow 'x'")).Error, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_a_wrong_command_line()
    {
        ShellRun run = ShellRun.Start("-File", "nowhere.ps1");

        Assert.StartsWith(
            "The argument 'nowhere.ps1' is not recognized as the name of a script file.", run.Error, StringComparison.Ordinal);
        Assert.Equal(64, run.ExitCode);
    }

    [Fact]
    public void An_unknown_option_shows_the_usage()
    {
        ShellRun run = ShellRun.Start("-Bogus");

        Assert.Contains("Unrecognized parameter: '-Bogus'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Usage: Battery.Shell", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(64, run.ExitCode);
    }

    [Fact]
    public void A_missing_module_is_one_warning()
    {
        ShellRun run = ShellRun.Start("-m", Path.Combine(_folder, "none.psd1"), "-c", "'on'");

        Assert.StartsWith("WARNING: The module '", run.Error, StringComparison.Ordinal);
        Assert.Equal("on\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_module_is_imported_from_its_path()
    {
        string module = Path.Combine(_folder, "Sample.psm1");
        File.WriteAllText(module, "function Get-Sample { 'sample' }");

        ShellRun run = ShellRun.Start("-Module", module, "-Command", "Get-Sample");

        Assert.Equal("sample\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("y\n", "did\n")]
    [InlineData("\n", "did\n")]
    [InlineData("what\nn\n", "")]
    public void Confirm_reads_the_answer(string answer, string result)
    {
        ShellRun run = ShellRun.Start(
            answer,
            ["-m", Module(), "-c", "function f { [CmdletBinding(SupportsShouldProcess)]param() "
                + "if ($PSCmdlet.ShouldProcess('t', 'a')) { 'did' } }; f -Confirm"]);

        Assert.EndsWith("[?] Help (default is \"Y\"): " + result, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_at_the_end_of_input_is_an_error()
    {
        ShellRun run = Command("$Host.UI.ReadLine()");

        Assert.Contains("Standard input ended", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    // An empty module, so that neither a built Battery nor the want of it shows in what the shell writes.
    private ShellRun Command(string text) => ShellRun.Start("-m", Module(), "-c", text);

    private string Module()
    {
        string module = Path.Combine(_folder, "Empty.psm1");
        File.WriteAllText(module, string.Empty);
        return module;
    }

    private string Script(string text)
    {
        string script = Path.Combine(_folder, "s.ps1");
        File.WriteAllText(script, text);
        return script;
    }
}
