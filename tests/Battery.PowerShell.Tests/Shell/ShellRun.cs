using System.Diagnostics;
using Battery.Shell;

namespace Battery.PowerShell.Tests.Shell;

/// <summary>What one process of the shell wrote and how it ended.</summary>
internal sealed record ShellRun(string Output, string Error, int ExitCode)
{
    internal static string AssemblyPath => typeof(ShellOptions).Assembly.Location;

    internal static ShellRun Start(params string[] args) => Start(string.Empty, args);

    internal static ShellRun Start(string input, string[] args)
        => Start(new ProcessStartInfo("dotnet", [AssemblyPath, .. args]), input);

    internal static ShellRun Start(ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Remove("COLUMNS");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The shell did not end. It wrote: {output.Result}{error.Result}");
        }

        return new ShellRun(Normal(output.Result), Normal(error.Result), process.ExitCode);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n");
}
