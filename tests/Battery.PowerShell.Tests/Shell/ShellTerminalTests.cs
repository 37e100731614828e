using System.Diagnostics;
using System.Text;

namespace Battery.PowerShell.Tests.Shell;

/// <summary>The shell at a pseudo-terminal, which util-linux's <c>script</c> gives it.</summary>
public sealed class ShellTerminalTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Ctrl_C_stops_the_pipeline_and_not_the_shell()
    {
        await using Terminal terminal = Terminal.Open();
        await terminal.WaitFor("> ");
        await terminal.Type("'star' + 'ted'; while ($true) { [Threading.Thread]::Sleep(20) }\n");
        await terminal.WaitFor("started");

        // What the key gives; the terminal turns it into SIGINT for the shell.
        await terminal.Type("\x03");
        await terminal.WaitFor("> ");
        await terminal.Type("'ali' + 've'\n");
        await terminal.WaitFor("alive");
        await terminal.Type("exit 4\n");

        Assert.Equal(4, await terminal.ExitCode());
    }

    [Fact]
    public async Task Ctrl_C_at_the_prompt_throws_the_line_away()
    {
        await using Terminal terminal = Terminal.Open();
        await terminal.WaitFor("> ");
        await terminal.Type("exit 9 #\x03");

        // A line that comes with the signal is thrown away with it, so wait for the prompt as a person does.
        await terminal.WaitFor("^C");
        await terminal.WaitFor("> ");
        await terminal.Type("'cle' + 'an'\n");
        await terminal.WaitFor("clean");
        await terminal.Type("exit 2\n");

        Assert.Equal(2, await terminal.ExitCode());
    }

    [Fact]
    public async Task Incomplete_input_is_continued_and_Ctrl_D_ends_the_shell()
    {
        await using Terminal terminal = Terminal.Open();
        await terminal.WaitFor("> ");
        await terminal.Type("if ($true) {\n");
        await terminal.WaitFor(">> ");
        await terminal.Type("'in' + 'side' }\n");
        await terminal.WaitFor("inside");
        await terminal.Type("\x04");

        Assert.Equal(0, await terminal.ExitCode());
    }

    private sealed class Terminal : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _seen = new();
        private readonly char[] _buffer = new char[4096];

        private Terminal(Process process) => _process = process;

        internal static Terminal Open()
        {
            if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            {
                Assert.Skip("There is no /usr/bin/script (util-linux) here to make a terminal.");
            }

            // -e gives the exit code of the shell, -f writes at once.
            string command = $"exec dotnet '{ShellRun.AssemblyPath}' -m /dev/null/none";
            var start = new ProcessStartInfo("/usr/bin/script", ["-q", "-e", "-f", "-c", command, "/dev/null"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            start.Environment["TERM"] = "xterm";
            start.Environment["SHELL"] = "/bin/sh";
            return new Terminal(Process.Start(start)!);
        }

        internal async Task Type(string keys)
        {
            await _process.StandardInput.WriteAsync(keys);
            await _process.StandardInput.FlushAsync();
        }

        // Waits for a text after all that was waited for before.
        internal async Task WaitFor(string text)
        {
            using var limit = new CancellationTokenSource(s_patience);
            while (true)
            {
                int at = _seen.ToString().IndexOf(text, StringComparison.Ordinal);
                if (at >= 0)
                {
                    _seen.Remove(0, at + text.Length);
                    return;
                }

                int count = 0;
                try
                {
                    count = await _process.StandardOutput.ReadAsync(_buffer, limit.Token);
                }
                catch (OperationCanceledException)
                {
                    Assert.Fail($"'{text}' did not come within {s_patience}. Seen: {_seen}");
                }

                Assert.True(count > 0, $"The shell ended before '{text}' came. Seen: {_seen}");
                _seen.Append(_buffer, 0, count);
            }
        }

        internal async Task<int> ExitCode()
        {
            using var limit = new CancellationTokenSource(s_patience);
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
}
