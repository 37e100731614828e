using System.Diagnostics;
using System.Text;

namespace Battery.PowerShell.Tests;

/// <summary>PowerShell at a pseudo-terminal, which util-linux's <c>script</c> provides.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private const string Script = "/usr/bin/script";

    // Only to end a test that hangs.
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly StringBuilder _seen = new();
    private readonly char[] _buffer = new char[4096];

    private Terminal(Process process) => _process = process;

    public static Terminal Open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), $"there is no {Script} (util-linux) to make a terminal");

        // -e gives the exit code of the shell, -f writes at once.
        var start = new ProcessStartInfo(Script, ["-q", "-e", "-f", "-c", $"exec dotnet '{BatteryShell.Path}' -NoProfile -NoLogo", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment["SHELL"] = "/bin/sh";
        return new(Process.Start(start)!);
    }

    public async Task Type(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for a string after everything that was waited for before.</summary>
    public async Task WaitFor(string text) =>
        Assert.True(await TryWaitFor(text, s_timeout), $"'{text}' was not written within {s_timeout}. Seen: {Visible(_seen)}");

    /// <summary>
    /// Presses Ctrl+C and waits for the prompt. The terminal discards what is written until it has handled the key, which can be the
    /// prompt on a busy machine; a person presses Enter then, and gets a new one, but only if the command has ended.
    /// </summary>
    public async Task Interrupt()
    {
        await Type("\x03");
        for (TimeSpan waited = default; waited < s_timeout; waited += s_patience)
        {
            if (await TryWaitFor("> ", s_patience))
            {
                return;
            }

            await Type("\n");
        }

        Assert.Fail($"Ctrl+C and Enter gave no prompt within {s_timeout}. Seen: {Visible(_seen)}");
    }

    private async Task<bool> TryWaitFor(string text, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        while (true)
        {
            int at = _seen.ToString().IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
            {
                _seen.Remove(0, at + text.Length);
                return true;
            }

            int count = 0;
            try
            {
                count = await _process.StandardOutput.ReadAsync(_buffer, limit.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }

            Assert.True(count > 0, $"PowerShell ended before it wrote '{text}'. Seen: {Visible(_seen)}");
            _seen.Append(_buffer, 0, count);
            await AnswerPosition();
        }
    }

    // With the escape sequences, which the log of a test would hide.
    private static string Visible(StringBuilder text) => text.ToString().ReplaceLineEndings("\\n").Replace("\e", "\\e", StringComparison.Ordinal);

    // PowerShell asks where the cursor is, and waits for the answer.
    private async Task AnswerPosition()
    {
        const string Question = "\e[6n";
        for (int at; (at = _seen.ToString().IndexOf(Question, StringComparison.Ordinal)) >= 0;)
        {
            _seen.Remove(at, Question.Length);
            await Type("\e[1;1R");
        }
    }

    public async Task<int> ExitCode()
    {
        using var limit = new CancellationTokenSource(s_timeout);
        await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
