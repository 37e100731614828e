using System.ComponentModel;
using System.Diagnostics;

namespace Battery.Tests.Shared;

/// <summary>Runs a program to its end.</summary>
public static class Command
{
    // Only ends a program that hangs: a build on a busy machine takes many minutes. It is well below the time that a run of all tests
    // may take, so that a hanging program is a failed test with a message.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(20);

    public static bool Exists(string program)
    {
        try
        {
            Run(program, ["--version"]);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static CommandResult Run(string program, IEnumerable<string> arguments, string? folder = null, params (string Name, string? Value)[] environment) =>
        Run(program, arguments, folder, s_limit, environment);

    /// <summary>Runs a program that may take longer, or less, than others.</summary>
    public static CommandResult Run(
        string program, IEnumerable<string> arguments, string? folder, TimeSpan limit, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {limit}");
        }

        // Its output ends when no process has it open any more.
        if (!Task.WaitAll([output, error], limit))
        {
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} ended, but a process that it started did not within {limit}");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }
}
