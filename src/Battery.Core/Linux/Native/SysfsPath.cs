using System.Text;

namespace Battery.Core.Linux.Native;

/// <summary>Paths as libc takes them: NUL-terminated bytes.</summary>
internal static class SysfsPath
{
    /// <summary>The path of a string.</summary>
    public static byte[] Of(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    /// <summary>The path of an entry in a directory.</summary>
    public static byte[] Combine(ReadOnlySpan<byte> directory, ReadOnlySpan<byte> name) => [.. directory[..^1], (byte)'/', .. name, 0];
}
