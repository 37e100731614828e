namespace Battery.Core.Linux;

/// <summary>The names in a folder.</summary>
internal static class SysfsFolder
{
    /// <summary>Lists a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="names">The names, in no order, without those that begin with a dot (sysfs has none, but for . and ..).</param>
    /// <param name="error">The system's error where it failed.</param>
    public static bool TryList(byte[] path, out List<byte[]> names, out int error)
    {
        names = [];
        error = 0;
        nint folder = LibC.OpenFolder(path);
        if (folder == 0)
        {
            error = LibC.LastError;
            return false;
        }

        for (ReadOnlySpan<byte> name = LibC.NextName(folder); !name.IsEmpty; name = LibC.NextName(folder))
        {
            if (name[0] != (byte)'.')
            {
                names.Add(name.ToArray());
            }
        }

        LibC.CloseFolder(folder);
        return true;
    }

    /// <summary>Whether a folder is there, readable or not.</summary>
    public static bool Exists(byte[] path)
    {
        nint folder = LibC.OpenFolder(path);
        if (folder == 0)
        {
            return LibC.LastError is not (Errno.NoEntry or Errno.NotAFolder or Errno.NoDevice);
        }

        LibC.CloseFolder(folder);
        return true;
    }
}
