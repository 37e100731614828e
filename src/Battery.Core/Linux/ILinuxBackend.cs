using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>A <c>power_supply</c> tree: the kernel's, a copy of one, or what a recording holds of one.</summary>
internal interface ILinuxBackend
{
    /// <summary>The folders of the supplies that are there now, in no order.</summary>
    /// <exception cref="BatteryException">The tree cannot be listed.</exception>
    List<ISupplyDirectory> List();

    /// <summary>Opens the announcements of what changes in the tree.</summary>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}

/// <summary>The folder of one supply.</summary>
internal interface ISupplyDirectory
{
    /// <summary>The supply's name.</summary>
    string Name { get; }

    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Whether it is there, readable or not.</summary>
    bool Exists { get; }

    /// <summary>Which folder it is now, and in which state.</summary>
    DirectoryStamp Identity { get; }

    /// <summary>The names of what is in it, in no order.</summary>
    /// <returns>False when it cannot be listed.</returns>
    bool TryList(out List<byte[]> names);

    /// <summary>A file in it, there or not.</summary>
    ISupplyFile File(ReadOnlySpan<byte> name);
}

/// <summary>One file of a supply, read whole, again and again.</summary>
internal interface ISupplyFile
{
    /// <summary>Reads the file from its beginning until its end or the buffer's.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="error">The system's error where it failed.</param>
    /// <returns>How many bytes were read, or -1.</returns>
    int Read(Span<byte> buffer, out int error);
}

/// <summary>A folder, whatever its name, as it is now: another one, or one whose entries have changed, has another identity.</summary>
internal readonly record struct DirectoryStamp(long Device, long Inode, long ModifiedSeconds, long ModifiedNanoseconds);
