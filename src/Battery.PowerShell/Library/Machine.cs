namespace Battery.PowerShell.Library;

/// <summary>The machine that is read: this one, another's /sys, or a recording.</summary>
/// <param name="SysfsRoot">A folder instead of /sys, or null.</param>
/// <param name="Recording">A recording, or null.</param>
internal readonly record struct Machine(string? SysfsRoot, string? Recording)
{
    /// <summary>The folder or file that is read; null for this machine.</summary>
    public string? Path => SysfsRoot ?? Recording;

    /// <summary>What the objects that are read have as their source: the path, or this machine's name.</summary>
    public string Source => Path ?? Environment.MachineName;

    /// <summary>Whether the folder or file exists; this machine always does.</summary>
    public bool Exists =>
        SysfsRoot is not null ? Directory.Exists(System.IO.Path.Combine(SysfsRoot, "class", "power_supply"))
        : Recording is null || System.IO.Path.Exists(Recording);

    /// <summary>The machine that a source names; null if it is another one.</summary>
    /// <param name="source">The source of an object.</param>
    public static Machine? Of(string source) =>
        !System.IO.Path.IsPathFullyQualified(source) ? source == Environment.MachineName ? default(Machine) : null
        : new Machine(source, null) is { Exists: true } root ? root
        : new Machine(null, source);
}
