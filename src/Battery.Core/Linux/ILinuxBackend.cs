using Battery.Core.Linux.Control;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>A <c>power_supply</c> tree: the kernel's, a copy, or a recording.</summary>
internal interface ILinuxBackend
{
    /// <summary>The directories of the present supplies, in natural order of their names. The list is not changed afterwards.</summary>
    /// <exception cref="BatteryException">The tree cannot be listed.</exception>
    List<ISupplyDirectory> List();

    /// <summary>Whether serial numbers are as the machine reported them; a recording may have them masked.</summary>
    bool KeepsSerialNumbers => true;

    /// <summary>Subscribes to notifications of changes in the tree.</summary>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}

/// <summary>The directory of one supply.</summary>
internal interface ISupplyDirectory
{
    /// <summary>The supply's name.</summary>
    string Name { get; }

    /// <summary>The location, for messages.</summary>
    string Location { get; }

    /// <summary>
    /// Whether the kernel provides it, and not a copy: then each property has a file, and reading one may ask a device.
    /// </summary>
    bool IsSysfs { get; }

    /// <summary>Whether it exists, readable or not.</summary>
    bool Exists { get; }

    /// <summary>Identifies the directory and its state.</summary>
    DirectoryStamp Stamp { get; }

    /// <summary>What the last list of the batteries has kept for the next one. Replaced, never changed: several threads may list at once.</summary>
    AttributeCache? Cache { get; set; }

    /// <summary>The names of its entries, in no order.</summary>
    /// <returns>False if it cannot be listed.</returns>
    bool TryList(out List<byte[]> names);

    /// <summary>Writes its attributes; null if it is never changed, as a recording.</summary>
    IAttributeWriter? Writer => null;

    /// <summary>A file in it, which need not exist.</summary>
    ISupplyFile File(ReadOnlySpan<byte> name);

    /// <summary>Compares two directories for the natural order of their names.</summary>
    static int Compare(ISupplyDirectory left, ISupplyDirectory right) => NaturalNameComparer.Instance.Compare(left.Name, right.Name);
}

/// <summary>A file of a supply, read repeatedly.</summary>
internal interface ISupplyFile : IDisposable
{
    /// <summary>Reads the file from its beginning until its end or the buffer's.</summary>
    /// <param name="buffer">The buffer for the bytes.</param>
    /// <param name="error">The system's error if it failed.</param>
    /// <returns>The number of bytes read, or -1.</returns>
    int Read(Span<byte> buffer, out int error);

    /// <summary>Closes what readings keep open, if anything; the next reading opens it again.</summary>
    void IDisposable.Dispose()
    {
    }
}

/// <summary>Identifies a directory in its present state: another one, or one whose entries have changed, has another stamp.</summary>
internal readonly record struct DirectoryStamp(long Device, long Inode, long ModifiedSeconds, long ModifiedNanoseconds);
