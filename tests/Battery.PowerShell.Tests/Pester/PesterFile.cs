using System.Text.Json;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Pester;

/// <summary>A file of Pester tests.</summary>
internal sealed record PesterFile(string Path)
{
    private const string Failed = "Failed";

    private static readonly string s_pester = BuildMetadata.Of(typeof(PesterFile), "PesterFolder");

    private static readonly string s_script = Repository.At("tests", "Battery.PowerShell.Tests", "Pester", "Invoke-PesterFile.ps1");

    /// <summary>Every file of the folder, so that a new one needs no registration.</summary>
    public static IEnumerable<PesterFile> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.Tests.ps1").Order(StringComparer.Ordinal).Select(static path => new PesterFile(path));

    /// <summary>Runs the file in a PowerShell process of its own.</summary>
    /// <returns>The outcome of each test; never an empty list, since a file without a test is a failure.</returns>
    public IReadOnlyList<PesterOutcome> Run()
    {
        string results = System.IO.Path.GetTempFileName();
        try
        {
            return Run(results);
        }
        catch (Exception problem) when (problem is TimeoutException or InvalidOperationException or IOException)
        {
            // An exception would also take away the outcomes of all other files.
            return [new("the file", Failed, problem.Message)];
        }
        finally
        {
            File.Delete(results);
        }
    }

    private PesterOutcome[] Run(string results)
    {
        CommandResult process = Pwsh.Start(["-NonInteractive", "-File", s_script, System.IO.Path.Combine(s_pester, "Pester.psd1"), Path, results]);
        string json = File.ReadAllText(results);
        string output = $"ended with {process.ExitCode}. {process.Output}{process.Error}";
        try
        {
            PesterOutcome[] outcomes = json.Length == 0 ? [] : JsonSerializer.Deserialize<PesterOutcome[]>(json)!;
            return process.ExitCode == 0 && outcomes.Length > 0
                ? outcomes
                : [.. outcomes, new("the file", Failed, $"Pester found {outcomes.Length} tests and {output}")];
        }
        catch (JsonException)
        {
            return [new("the file", Failed, $"Pester did not write all outcomes ('{json}') and {output}")];
        }
    }
}
