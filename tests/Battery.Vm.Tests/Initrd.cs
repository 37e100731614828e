using Battery.Tests.Shared;

namespace Battery.Vm.Tests;

/// <summary>The guest's file system: what is put into a folder, packed as the kernel unpacks it at its start.</summary>
internal sealed class Initrd
{
    private readonly string _root;

    /// <summary>Begins with a shell, the drivers and the first process.</summary>
    /// <param name="folder">Where it is built; what was there is removed.</param>
    /// <param name="drivers">The drivers in the order in which they are loaded, with their parameters.</param>
    public Initrd(string folder, IEnumerable<string> drivers)
    {
        _root = Path.Combine(folder, "root");
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }

        foreach (string name in new[] { "dev", "proc", "sys", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(_root, name));
        }

        AddText("/etc/passwd", "root:x:0:0:root:/tmp:/bin/sh\n");
        AddText("/etc/group", "root:x:0:\nbattery:x:30:\n");
        AddText("/modules/order", string.Join('\n', drivers) + "\n");
        foreach (string module in drivers.Select(static line => line.Split(' ')[0]))
        {
            Add(Kernel.Module(module), $"/modules/{module}.ko");
        }

        AddProgram(Command.Run("sh", ["-c", "command -v busybox"]).Output.Trim(), "/bin/busybox");
        File.CreateSymbolicLink(Path.Combine(_root, "bin", "sh"), "busybox");
        Add(Repository.At("tests", "vm", "init"), "/init");
        Add(Repository.At("tests", "vm", "buttons.h"), "/buttons.h");
    }

    public void AddText(string path, string text) => File.WriteAllText(Place(path), text);

    /// <summary>Adds a file or a folder; the folder's name must be new.</summary>
    public void Add(string source, string path)
    {
        CommandResult result = Command.Run("cp", ["-rL", source, Place(path)]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>Adds a program or a library, and the libraries of this system that it is linked with.</summary>
    public void AddProgram(string source, string path)
    {
        Add(source, path);
        AddLibrariesOf(source);
    }

    /// <summary>Adds the libraries of this system that a file is linked with, where the loader looks for them.</summary>
    public void AddLibrariesOf(string source)
    {
        foreach (string word in Command.Run("ldd", [source]).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '/' && !File.Exists(Path.Combine(_root, word[1..])))
            {
                Add(word, word);
            }
        }
    }

    /// <summary>Packs it.</summary>
    /// <returns>The file for the machine to start with; not compressed, since emulated processors unpack slowly.</returns>
    public string Pack()
    {
        string file = _root + ".cpio";
        CommandResult result = Command.Run("sh", ["-c", $"chmod +x init bin/*; find . | busybox cpio -o -H newc > '{file}'"], _root);
        Assert.True(result.ExitCode == 0, result.Error);
        return file;
    }

    private string Place(string path)
    {
        string place = Path.Combine(_root, path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
