using System.Text;

namespace Battery.Core.Linux.Native;

/// <summary>Paths as the system takes them: bytes that end in NUL.</summary>
internal static class SysfsPath
{
    /// <summary>The path of a string.</summary>
    public static byte[] Of(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    /// <summary>The path of an entry in a directory.</summary>
    public static byte[] Combine(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> name) => [.. folder[..^1], (byte)'/', .. name, 0];
}
