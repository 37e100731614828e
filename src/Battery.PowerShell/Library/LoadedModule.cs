namespace Battery.PowerShell.Library;

/// <summary>
/// The copy of the module that this process has loaded. .NET loads an assembly of one name once, so a second copy of the
/// same version that is imported later uses the first copy's assembly and library without an error.
/// </summary>
internal static class LoadedModule
{
    private static string? s_reported;

    private static string Folder { get; } = Path.GetDirectoryName(typeof(LoadedModule).Assembly.Location)!;

    /// <summary>A warning if the imported module is not the copy that was loaded; else null. It is reported once.</summary>
    /// <param name="moduleBase">The imported module's folder.</param>
    public static string? OtherCopyOf(string? moduleBase) =>
        moduleBase is null || moduleBase == Folder || Interlocked.Exchange(ref s_reported, moduleBase) == moduleBase ? null
        : $"This session has loaded the module from '{Folder}', and uses that copy instead of the one in '{moduleBase}'. "
            + "Start a new session to use another copy.";
}
