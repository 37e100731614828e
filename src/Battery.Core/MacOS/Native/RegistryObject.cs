using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.MacOS.Native;

/// <summary>An io_object_t that we own: an entry of the registry, or an iterator over some. It is a Mach port's name, 32 bits wide.</summary>
[SupportedOSPlatform("macos")]
internal sealed class RegistryObject : SafeHandleZeroOrMinusOneIsInvalid
{
    public RegistryObject(uint name)
        : base(ownsHandle: true) => SetHandle((nint)name);

    /// <summary>For calls, while the object is held.</summary>
    public uint PortName => (uint)handle;

    protected override bool ReleaseHandle() => IoKit.Release((uint)handle);
}
