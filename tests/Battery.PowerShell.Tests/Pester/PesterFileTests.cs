namespace Battery.PowerShell.Tests.Pester;

/// <summary>What goes wrong in a file of Pester tests is one failure with a name, and never nothing.</summary>
public sealed class PesterFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-pester-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Describe 'a' { It 'b' { 1 | Should -Be 1 }; It 'c <_>' -ForEach 1, 2 { $_ | Should -Be 1 } }", "a.b Passed, a.c 1 Passed, a.c 2 Failed")]
    [InlineData("Describe 'a' { It 'b' -Skip { }; It 'c' { Set-ItResult -Skipped -Because 'why' } }", "a.b Skipped, a.c Skipped")]
    [InlineData("Describe 'a' { It 'b' { Set-ItResult -Inconclusive } }", "a.b Inconclusive")]
    [InlineData("Describe 'a' { BeforeAll { throw 'no' }; It 'b' { } }", "a.b Failed, a (before or after its tests) Failed")]
    [InlineData("Describe 'a' { It 'b' { }; AfterAll { throw 'no' } }", "a.b Passed, a (before or after its tests) Failed")]
    [InlineData("Describe 'a' { It 'b' { [Environment]::Exit(0) } }", "the file Failed")]
    [InlineData("Describe 'a' { It 'b' { [Environment]::FailFast('no') } }", "the file Failed")]
    [InlineData("Describe 'a' { It 'b' { Stop-Process -Id $PID -Force } }", "the file Failed")]
    [InlineData("Describe 'a' { It 'b' { Set-Content ([Environment]::GetCommandLineArgs()[-1]) '[{'; [Environment]::Exit(0) } }", "the file Failed")]
    [InlineData("Describe 'a' {", "the file Failed")]
    [InlineData("throw 'no'", "the file Failed")]
    [InlineData("# no test", "the file Failed")]
    public void Run_gives_the_outcome_of_each_test(string text, string expected)
    {
        string file = Path.Combine(_folder.FullName, "x.Tests.ps1");
        File.WriteAllText(file, text);
        Assert.Equal(expected, string.Join(", ", new PesterFile(file).Run().Select(static outcome => $"{outcome.Name} {outcome.Result}")));
    }

    [Fact]
    public void Run_gives_the_output_of_a_process_that_dies()
    {
        string file = Path.Combine(_folder.FullName, "x.Tests.ps1");
        File.WriteAllText(file, "Describe 'a' { It 'b' { [Console]::Error.WriteLine('the last words'); Stop-Process -Id $PID -Force } }");
        Assert.Contains("the last words", Assert.Single(new PesterFile(file).Run()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Inconclusive")]
    [InlineData("NotRun")]
    public void Repeat_fails_when_the_test_did_not_pass(string result) =>
        Assert.Contains("the reason", Record.Exception(new PesterOutcome("a.b", result, "the reason").Repeat)?.Message, StringComparison.Ordinal);

    [Fact]
    public void InFolder_finds_a_new_file()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "New.Tests.ps1"), string.Empty);
        File.WriteAllText(Path.Combine(_folder.FullName, "Helper.ps1"), string.Empty);
        Assert.EndsWith("New.Tests.ps1", Assert.Single(PesterFile.InFolder(_folder.FullName)).Path, StringComparison.Ordinal);
    }
}
