namespace Battery.PowerShell.Library;

/// <summary>What is read: this machine, a directory instead of /sys, or a recording.</summary>
/// <param name="SysfsRoot">A directory instead of /sys, or null.</param>
/// <param name="Recording">A recording, or null.</param>
internal readonly record struct DataSource(string? SysfsRoot, string? Recording)
{
    /// <summary>The directory or file that is read; null for this machine.</summary>
    public string? Path => SysfsRoot ?? Recording;

    /// <summary>The source's name in the objects that are read: the path, or this machine's name.</summary>
    public string Name => Path ?? Environment.MachineName;

    /// <summary>Whether the directory or file exists; this machine always does.</summary>
    public bool Exists =>
        SysfsRoot is not null ? Directory.Exists(System.IO.Path.Combine(SysfsRoot, "class", "power_supply"))
        : Recording is null || System.IO.Path.Exists(Recording);

    /// <summary>The source of a name; null if it is another machine.</summary>
    /// <param name="name">The source's name in an object.</param>
    public static DataSource? FromName(string name) =>
        !System.IO.Path.IsPathFullyQualified(name) ? name == Environment.MachineName ? default(DataSource) : null
        : new DataSource(name, null) is { Exists: true } root ? root
        : new DataSource(null, name);
}
