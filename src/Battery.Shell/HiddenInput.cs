using System.Security;

namespace Battery.Shell;

/// <summary>Reads a secret without showing it.</summary>
internal static class HiddenInput
{
    /// <summary>Reads up to Enter.</summary>
    /// <param name="console">The console to read.</param>
    /// <param name="readLine">Reads a line, for where the terminal itself can hide what is typed.</param>
    /// <returns>The secret.</returns>
    internal static SecureString Read(ShellConsole console, Func<string> readLine)
    {
        if (console.TerminalMode is null)
        {
            return Console.IsInputRedirected ? ToSecret(readLine()) : ReadKeys();
        }

        console.TerminalMode.RestoreWithoutEcho();
        try
        {
            return ToSecret(readLine());
        }
        finally
        {
            console.TerminalMode.Restore();
            console.Out.WriteLine();
        }
    }

    private static SecureString ToSecret(string text)
    {
        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    // Windows' console has no switch of echo that leaves editing on.
    private static SecureString ReadKeys()
    {
        var secret = new SecureString();
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.WriteLine();
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }
    }
}
