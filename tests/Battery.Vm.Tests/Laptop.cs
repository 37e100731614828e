using Battery.Tests.Shared;

namespace Battery.Vm.Tests;

/// <summary>
/// A virtual machine with the ACPI tables of <c>tests/vm/laptop.asl</c>. It has no KVM and no disk; it runs the programs
/// that it is given, one after the other, and switches itself off.
/// </summary>
internal sealed class Laptop
{
    private readonly string _folder;
    private readonly Initrd _initrd;
    private readonly List<string> _programs = [];

    /// <summary>A laptop with libbattery.</summary>
    /// <param name="name">The name of its folder under artifacts.</param>
    /// <param name="drivers">The drivers beside the basic ones, with their parameters.</param>
    public Laptop(string name, params IEnumerable<string> drivers)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the laptop's file system is built of this system's own files");
        foreach (string tool in new[] { "qemu-system-x86_64", "iasl", "busybox", "strace", CCompiler.Name })
        {
            Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
        }

        Assert.SkipUnless(Directory.Exists(Library), "the laptop is an x64 machine, and libbattery was built for another one");
        _folder = Directory.CreateDirectory(Repository.At("artifacts", "vm", name)).FullName;
        _initrd = new(_folder, Kernel.Basic.Concat(drivers));
        _initrd.AddProgram(Command.Run("sh", ["-c", "command -v strace"]).Output.Trim(), "/bin/strace");
        _initrd.AddProgram(Path.Combine(Library, "lib", "libbattery.so"), "/lib/libbattery.so.1");
    }

    private const string UdevDaemon = "/usr/lib/systemd/systemd-udevd";

    private static string Library { get; } = Repository.At("artifacts", "libbattery", "linux-x64");

    /// <summary>
    /// Adds a line for the guest to run: a program in C or a shell script of <c>tests/vm/guest</c>, or an example or consumer in C
    /// with arguments.
    /// </summary>
    public Laptop Run(string line)
    {
        _programs.Add(line);
        return Add(line.Split(' ')[0]);
    }

    /// <summary>Adds a line for the guest to run: a script of <c>tests/vm/guest</c> in PowerShell.</summary>
    /// <param name="script">The script.</param>
    /// <param name="beside">A program that runs it as its command.</param>
    public Laptop RunScript(string script, string beside = "")
    {
        _initrd.Add(Repository.At("tests", "vm", "guest", script), "/" + script);
        return Add("powershell").Run($"{beside} powershell {script}".Trim());
    }

    /// <summary>Adds a program without running it.</summary>
    public Laptop Add(string program)
    {
        string guest = Repository.At("tests", "vm", "guest");
        if (File.Exists(Path.Combine(guest, program)))
        {
            _initrd.Add(Path.Combine(guest, program), $"/bin/{program}");
        }
        else if (File.Exists(Path.Combine(guest, program + ".c")))
        {
            Compile(program, Path.Combine(guest, program + ".c"), Path.Combine(guest, "guest.c"));
        }
        else
        {
            string example = Repository.At("examples", "c", program + ".c");
            Compile(program, File.Exists(example) ? example : Repository.At("tests", "consumers", "c", program + ".c"));
        }

        return this;
    }

    /// <summary>Adds .NET as this test runs on it, PowerShell and the module.</summary>
    public Laptop AddPowerShell()
    {
        _initrd.Add(Repository.At("tests", "vm", "guest", "laptop_functions.ps1"), "/laptop_functions.ps1");
        string runtime = Path.TrimEndingDirectorySeparator(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());
        string version = Path.GetFileName(runtime);
        string dotnet = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        _initrd.AddProgram(Path.Combine(dotnet, "dotnet"), "/dotnet/dotnet");
        _initrd.Add(Path.Combine(dotnet, "host", "fxr", version), $"/dotnet/host/fxr/{version}");
        _initrd.Add(runtime, $"/dotnet/shared/Microsoft.NETCore.App/{version}");
        foreach (string library in new[] { "libcoreclr.so", "libclrjit.so", "libSystem.Native.so" })
        {
            _initrd.AddLibrariesOf(Path.Combine(runtime, library));
        }

        _initrd.Add(Build.ShellFolder, "/shell");
        _initrd.Add(Repository.At("artifacts", "module"), "/module");
        return this;
    }

    /// <summary>Adds udev, and the rule of the examples.</summary>
    public Laptop AddUdev()
    {
        Assert.SkipUnless(Command.Exists("udevadm") && File.Exists(UdevDaemon), "udev is not installed");
        _initrd.AddProgram(Command.Run("sh", ["-c", "command -v udevadm"]).Output.Trim(), "/bin/udevadm");
        _initrd.AddProgram(UdevDaemon, "/bin/systemd-udevd");
        _initrd.Add(Repository.At("examples", "linux", "90-battery-charge-limit.rules"), "/charge-limit.rules");
        return this;
    }

    /// <summary>Starts the machine and waits until it is off.</summary>
    /// <returns>What came out of its serial port.</returns>
    public string Boot()
    {
        _initrd.AddText("/programs", string.Join('\n', _programs) + "\n");
        string tables = Path.Combine(_folder, "laptop");
        CommandResult compiled = Command.Run("iasl", ["-p", tables, Repository.At("tests", "vm", "laptop.asl")]);
        Assert.True(compiled.ExitCode == 0, compiled.Output + compiled.Error);

        // The processor is one that is cheap to emulate; two of them, so that threads really meet.
        string port = Path.Combine(_folder, "console.txt");
        CommandResult machine = Command.Run("qemu-system-x86_64",
        [
            "-M", "q35", "-accel", "tcg", "-cpu", "Nehalem", "-smp", "2", "-m", "1024", "-nodefaults",
            "-smbios", "type=0,vendor=LENOVO,version=N1QET88W (1.63 )", "-smbios", "type=1,manufacturer=LENOVO,version=ThinkPad VM",
            "-display", "none", "-serial", $"file:{port}", "-no-reboot",
            "-kernel", Kernel.Image, "-initrd", _initrd.Pack(), "-acpitable", $"file={tables}.aml", "-append", "console=ttyS0 quiet panic=-1",
        ]);
        string console = File.ReadAllText(port).ReplaceLineEndings("\n");
        Assert.True(machine.ExitCode == 0 && console.Contains("\nend: ", StringComparison.Ordinal), machine.Error + console);
        return console;
    }

    private void Compile(string program, params string[] sources)
    {
        string file = Path.Combine(_folder, program);
        CCompiler.Compile(file, Library, ["-std=c11", "-O1", .. sources]);
        _initrd.AddProgram(file, $"/bin/{program}");
    }
}
