namespace Battery.PowerShell.Library;

/// <summary>The machine that is read: this one, another's /sys, or a recording.</summary>
/// <param name="SysfsRoot">A folder in place of /sys, or null.</param>
/// <param name="Recording">A recording, or null.</param>
internal readonly record struct Machine(string? SysfsRoot, string? Recording)
{
    /// <summary>Where it is read; null for this machine.</summary>
    public string? Path => SysfsRoot ?? Recording;
}
