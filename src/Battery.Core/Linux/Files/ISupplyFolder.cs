namespace Battery.Core.Linux.Files;

/// <summary>The folder of one supply.</summary>
internal interface ISupplyFolder
{
    /// <summary>The supply's name.</summary>
    string Name { get; }

    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Whether it is there, readable or not.</summary>
    bool Exists { get; }

    /// <summary>Which folder it is now, and in which state.</summary>
    FolderIdentity Identity { get; }

    /// <summary>The names of what is in it, in no order.</summary>
    /// <returns>False when it cannot be listed.</returns>
    bool TryList(out List<byte[]> names);

    /// <summary>A file in it, there or not.</summary>
    ISupplyFile File(ReadOnlySpan<byte> name);
}
