namespace Battery.Tests.Shared;

/// <summary>Where things are in the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Fixtures => At("tests", "fixtures");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Battery.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run from inside the repository: they read its fixtures and what it built");
    }
}
