namespace Battery.History.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-history-");

    public string Path => _folder.FullName;

    public string Write(string name, string text, System.Text.Encoding? encoding = null)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text, encoding ?? new System.Text.UTF8Encoding(false));
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
