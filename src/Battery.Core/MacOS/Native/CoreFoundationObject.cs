using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.MacOS.Native;

/// <summary>A CoreFoundation object that we own, because a function with Create or Copy in its name gave it.</summary>
[SupportedOSPlatform("macos")]
internal sealed class CoreFoundationObject : SafeHandleZeroOrMinusOneIsInvalid
{
    public CoreFoundationObject()
        : base(ownsHandle: true)
    {
    }

    protected override bool ReleaseHandle()
    {
        CoreFoundation.Release(handle);
        return true;
    }
}
