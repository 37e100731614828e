using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Battery.Core.MacOS.Native;

/// <summary>The calls to CoreFoundation that read property lists. What a Get function gives belongs to the object it was asked of.</summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class CoreFoundation
{
    private const string Library = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private const nint SignedInteger64 = 4;

    public static nint DictionaryType { get; } = CFDictionaryGetTypeID();

    public static nint ArrayType { get; } = CFArrayGetTypeID();

    public static nint StringType { get; } = CFStringGetTypeID();

    public static nint NumberType { get; } = CFNumberGetTypeID();

    public static nint BooleanType { get; } = CFBooleanGetTypeID();

    public static nint TypeOf(nint value) => CFGetTypeID(value);

    public static void Release(nint value) => CFRelease(value);

    public static (nint[] Keys, nint[] Values) Entries(nint dictionary)
    {
        int count = (int)CFDictionaryGetCount(dictionary);
        nint[] keys = new nint[count];
        nint[] values = new nint[count];
        fixed (nint* firstKey = keys, firstValue = values)
        {
            CFDictionaryGetKeysAndValues(dictionary, firstKey, firstValue);
        }

        return (keys, values);
    }

    public static int Count(nint array) => (int)CFArrayGetCount(array);

    public static nint Item(nint array, int index) => CFArrayGetValueAtIndex(array, index);

    public static string Text(nint text)
    {
        nint length = CFStringGetLength(text);
        char[] characters = new char[length];
        fixed (char* first = characters)
        {
            CFStringGetCharacters(text, new Range { Length = length }, first);
        }

        return new(characters);
    }

    public static bool IsReal(nint number) => CFNumberIsFloatType(number) != 0;

    /// <summary>64 bits; a number that was made without a sign comes as the negative one of the same bits.</summary>
    public static long Integer(nint number)
    {
        long value = 0;
        _ = CFNumberGetValue(number, SignedInteger64, &value);
        return value;
    }

    public static bool Boolean(nint value) => CFBooleanGetValue(value) != 0;

    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public nint Location;
        public nint Length;
    }

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport(Library)]
    private static partial void CFRelease(nint value);

    [LibraryImport(Library)]
    private static partial nint CFGetTypeID(nint value);

    [LibraryImport(Library)]
    private static partial nint CFDictionaryGetTypeID();

    [LibraryImport(Library)]
    private static partial nint CFArrayGetTypeID();

    [LibraryImport(Library)]
    private static partial nint CFStringGetTypeID();

    [LibraryImport(Library)]
    private static partial nint CFNumberGetTypeID();

    [LibraryImport(Library)]
    private static partial nint CFBooleanGetTypeID();

    [LibraryImport(Library)]
    private static partial nint CFDictionaryGetCount(nint dictionary);

    [LibraryImport(Library)]
    private static partial void CFDictionaryGetKeysAndValues(nint dictionary, nint* keys, nint* values);

    [LibraryImport(Library)]
    private static partial nint CFArrayGetCount(nint array);

    [LibraryImport(Library)]
    private static partial nint CFArrayGetValueAtIndex(nint array, nint index);

    [LibraryImport(Library)]
    private static partial nint CFStringGetLength(nint text);

    [LibraryImport(Library)]
    private static partial void CFStringGetCharacters(nint text, Range range, char* buffer);

    [LibraryImport(Library)]
    private static partial byte CFNumberIsFloatType(nint number);

    [LibraryImport(Library)]
    private static partial byte CFNumberGetValue(nint number, nint type, void* value);

    [LibraryImport(Library)]
    private static partial byte CFBooleanGetValue(nint value);
#pragma warning restore IDE1006
}
