using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Battery.Core.Windows.Native;

/// <summary>What Windows copies from the SMBIOS tables into the registry.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class MachineRegistry
{
    private const nint LocalMachine = unchecked((int)0x80000002);
    private const uint TypeString = 0x2;
    private const int LongestText = 256;

    /// <summary>The maker of the machine; null if it is not known.</summary>
    public static string? Vendor
    {
        get
        {
            char* text = stackalloc char[LongestText];
            uint size = LongestText * sizeof(char);
            int error = RegGetValueW(LocalMachine, @"HARDWARE\DESCRIPTION\System\BIOS", "SystemManufacturer", TypeString, null, text, &size);
            return error == Win32Error.None ? new(text) : null;
        }
    }

    [LibraryImport("advapi32.dll", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int RegGetValueW(nint key, string subKey, string value, uint flags, uint* type, char* data, uint* size);
}
