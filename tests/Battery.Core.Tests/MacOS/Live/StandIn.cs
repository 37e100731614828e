using System.Reflection;
using System.Runtime.InteropServices;
using Battery.Core.MacOS;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>
/// The stand-in for macOS's libraries in <c>tests/macos</c>: compiles it, and lets the unchanged code of the library call it
/// instead. Its state is the process's, so the tests that use it run one after another.
/// </summary>
internal static partial class StandIn
{
    /// <summary>The collection of the tests that use it.</summary>
    public const string Collection = "macOS";

    private const string Library = "standin";
    private const string Frameworks = "/System/Library/Frameworks/";
    private const string LibSystem = "/usr/lib/libSystem.dylib";

    private static readonly Lazy<nint> s_library = new(Load);
    private static Counts s_before;

    /// <summary>The P/Invokes of macOS that the library declares.</summary>
    public static string[] Imports { get; } =
    [
        .. typeof(MacOSSource).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(static method => method.GetCustomAttribute<DllImportAttribute>())
            .Where(static import => import is not null && IsOfMacOS(import.Value))
            .Select(static import => import!.EntryPoint!)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    public static Counts Now
    {
        get
        {
            standin_counts(out Counts counts);
            return counts;
        }
    }

    /// <summary>Skips the test where the stand-in cannot be built, and else begins it with a Mac without services and power sources.</summary>
    public static void Begin()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the stand-in for macOS is for Linux");
        Assert.SkipUnless(Command.Exists(CCompiler.Name), $"there is no C compiler ({CCompiler.Name})");
        _ = s_library.Value;
        Reset();
        s_before = Now;
    }

    /// <summary>Removes all services and power sources, and lets no function fail.</summary>
    public static void Reset() => standin_reset();

    /// <summary>Fails if since <see cref="Begin"/> an object, a port or a subscription was not released, or a rule of the system was violated.</summary>
    public static void AssertNothingIsLeft()
    {
        Counts counts = Now;
        Assert.True(counts.Violations == s_before.Violations, Marshal.PtrToStringUTF8(standin_last_violation()));
        Assert.Equal((s_before.Owned, s_before.Ports, s_before.Subscriptions), (counts.Owned, counts.Ports, counts.Subscriptions));
    }

    /// <summary>How often a function was called since the process started.</summary>
    public static int Calls(string function) => standin_calls(function);

    /// <summary>Lets calls of a function fail.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="error">The error that it returns, where it returns one.</param>
    /// <param name="skip">How many calls succeed before.</param>
    public static void Fail(string function, int error, int skip = 0) => standin_fail(function, error, skip);

    /// <summary>Posts the notification that power sources have changed.</summary>
    /// <param name="addedToToken">What is added to each subscription's token.</param>
    /// <returns>How many subscriptions it was sent to.</returns>
    public static int Post(int addedToToken = 0) => standin_post(addedToToken);

    private static bool IsOfMacOS(string library) => library == LibSystem || library.StartsWith(Frameworks, StringComparison.Ordinal);

    private static nint Load()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "libstandin.so");
        CCompiler.CompileLibrary(file, ["-std=gnu11", "-O1", .. Directory.GetFiles(Repository.At("tests", "macos"), "*.c")]);
        nint library = NativeLibrary.Load(file);
        NativeLibrary.SetDllImportResolver(typeof(MacOSSource).Assembly, (name, _, _) => IsOfMacOS(name) ? library : 0);
        NativeLibrary.SetDllImportResolver(typeof(StandIn).Assembly, (name, _, _) => name == Library ? library : 0);
        return library;
    }

    /// <summary>struct counts.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Counts(int Made, int Alive, int Owned, int Ports, int Subscriptions, int Violations);

#pragma warning disable IDE1006 // The names are the stand-in's.
    [LibraryImport(Library)]
    private static partial void standin_reset();

    [LibraryImport(Library)]
    private static partial void standin_counts(out Counts counts);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int standin_calls(string function);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void standin_fail(string function, int error, int skip);

    [LibraryImport(Library)]
    private static partial int standin_post(int addedToToken);

    [LibraryImport(Library)]
    private static partial nint standin_last_violation();

    /// <summary>The descriptor of the newest subscription.</summary>
    [LibraryImport(Library)]
    internal static partial int standin_descriptor();

    /// <summary>Closes the descriptor of the newest subscription, as a program may, and opens another file under its number.</summary>
    [LibraryImport(Library)]
    internal static partial int standin_reuse();

    /// <summary>Removes the newest subscription, whose descriptor is closed.</summary>
    [LibraryImport(Library)]
    internal static partial void standin_forget();

    /// <summary>The calling thread.</summary>
    [LibraryImport(Library)]
    internal static partial nint standin_thread();

    /// <summary>Interrupts the system call in which a thread waits.</summary>
    [LibraryImport(Library)]
    internal static partial void standin_interrupt(nint thread);

    [LibraryImport(Library)]
    internal static partial nint standin_dictionary();

    [LibraryImport(Library)]
    internal static partial nint standin_array();

    [LibraryImport(Library)]
    internal static partial nint standin_data();

    [LibraryImport(Library)]
    internal static partial nint standin_integer(long number);

    [LibraryImport(Library)]
    internal static partial nint standin_real();

    [LibraryImport(Library)]
    internal static partial nint standin_boolean(int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint standin_string(string text, int length);

    [LibraryImport(Library)]
    internal static partial void standin_put(nint container, nint key, nint value);

    [LibraryImport(Library)]
    internal static partial void standin_add_entry(nint properties, ulong id, int isChild);

    [LibraryImport(Library)]
    internal static partial void standin_set_power_sources(nint sources, nint providing);
#pragma warning restore IDE1006
}
