using System.Runtime.InteropServices;

namespace Battery.Shell;

/// <summary>The line mode of a Unix terminal: saved at the start, given back before each read of a line.</summary>
/// <remarks>
/// .NET's Console leaves the terminal without echo and line editing once a script has read a key with it. The settings
/// are kept as the bytes the system gives; only the echo flag is known by its place.
/// </remarks>
internal sealed class TerminalMode
{
    // More than the structure takes on any system (60 bytes on Linux, 72 on macOS).
    private const int StructureSize = 256;
    private const byte EchoFlag = 0x08;

    private readonly byte[] _saved;

    private TerminalMode(byte[] saved) => _saved = saved;

    /// <summary>Saves the mode of the terminal at standard input.</summary>
    /// <returns>The mode; null where there is no Unix terminal.</returns>
    internal static TerminalMode? Save()
    {
        if (OperatingSystem.IsWindows() || Console.IsInputRedirected)
        {
            return null;
        }

        byte[] settings = new byte[StructureSize];
        return GetAttributes(0, settings) == 0 ? new TerminalMode(settings) : null;
    }

    /// <summary>Gives the terminal its saved mode.</summary>
    internal void Restore() => _ = SetAttributes(0, 0, _saved);

    /// <summary>Gives the terminal its saved mode without the echo of what is typed.</summary>
    internal void RestoreWithoutEcho()
    {
        // c_lflag is the fourth word, of four bytes on Linux and eight on macOS; both are little-endian in .NET.
        byte[] settings = [.. _saved];
        settings[OperatingSystem.IsMacOS() ? 24 : 12] &= unchecked((byte)~EchoFlag);
        _ = SetAttributes(0, 0, settings);
    }

    [DllImport("libc", EntryPoint = "tcgetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAttributes(int descriptor, [Out] byte[] settings);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAttributes(int descriptor, int when, byte[] settings);
}
