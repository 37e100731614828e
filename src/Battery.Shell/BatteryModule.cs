namespace Battery.Shell;

/// <summary>Finds the module that this repository builds.</summary>
internal static class BatteryModule
{
    private const string SolutionFile = "Battery.sln";

    /// <summary>Walks up from a folder to the one with the solution and gives the path of the built module there.</summary>
    /// <param name="start">The folder to start at.</param>
    /// <returns>The path of the manifest, whether or not it has been built; null outside a repository.</returns>
    internal static string? Locate(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return Path.Combine(folder.FullName, "artifacts", "module", "Battery", "Battery.psd1");
            }
        }

        return null;
    }
}
