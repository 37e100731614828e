using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests;

/// <summary>The module at the prompt of a person.</summary>
public class PromptTests
{
    [Fact]
    public async Task Watch_Battery_stops_at_CtrlC_and_the_prompt_returns()
    {
        await using Terminal terminal = Terminal.Open();
        await terminal.WaitFor("> ");

        // The output differs from what is typed, so that it is found in the output alone.
        await terminal.Type(
            $"Watch-Battery -Interval 0 -Recording '{new Fixture("thinkpad-t480-dual").Recording}' | ForEach-Object {{ 'se' + 'en ' + $_.Name }}\n");
        await terminal.WaitFor("seen BAT1");
        await terminal.Interrupt();
        await terminal.Type("'ali' + 've'; exit 4\n");
        await terminal.WaitFor("alive");
        Assert.Equal(4, await terminal.ExitCode());
    }
}
