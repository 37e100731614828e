using System.Runtime.Versioning;

namespace Battery.Tests.Shared;

/// <summary>A sysfs tree of a test's own. Its owner removes it.</summary>
public sealed class TemporaryTree : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("battery-");

    public string Sysfs => _root.FullName;

    public string Folder(string supply) => Path.Combine(Sysfs, "class", "power_supply", supply);

    /// <summary>A copy of a recorded machine, to be changed.</summary>
    public static TemporaryTree CopyOf(Fixture fixture)
    {
        var tree = new TemporaryTree();
        foreach (string file in Directory.EnumerateFiles(fixture.Sysfs, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(tree.Sysfs, Path.GetRelativePath(fixture.Sysfs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return tree;
    }

    /// <summary>Writes a supply's uevent from lines without their prefix.</summary>
    public TemporaryTree Supply(string name, params string[] lines) =>
        File(name, "uevent", string.Concat(lines.Select(static line => $"POWER_SUPPLY_{line}\n")));

    public TemporaryTree File(string supply, string file, string text)
    {
        Directory.CreateDirectory(Folder(supply));
        System.IO.File.WriteAllText(Path.Combine(Folder(supply), file), text);
        return this;
    }

    public TemporaryTree Link(string supply, string file, string target)
    {
        Directory.CreateDirectory(Folder(supply));
        System.IO.File.CreateSymbolicLink(Path.Combine(Folder(supply), file), target);
        return this;
    }

    /// <summary>Lets every user into the tree; a temporary folder is its owner's alone.</summary>
    [UnsupportedOSPlatform("windows")]
    public void OpenToAll() => System.IO.File.SetUnixFileMode(Sysfs, (UnixFileMode)0b111_101_101);

    public void Remove(string supply) => Directory.Delete(Folder(supply), recursive: true);

    public void Dispose() => _root.Delete(recursive: true);
}
