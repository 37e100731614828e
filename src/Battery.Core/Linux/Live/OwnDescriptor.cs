using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>
/// A descriptor that the library keeps open in somebody else's process. A program that closes all its descriptors, as some
/// do to become a daemon, may have another file under the number by now: which file it is, is compared before each use.
/// </summary>
internal readonly struct OwnDescriptor
{
    /// <summary>No descriptor; poll passes over it.</summary>
    public static readonly OwnDescriptor None = new(-1, default);

    private readonly LibC.FileIdentity _identity;

    private OwnDescriptor(int number, LibC.FileIdentity identity)
    {
        Number = number;
        _identity = identity;
    }

    /// <summary>The number, to be used only where <see cref="IsOpen"/>.</summary>
    public int Number { get; }

    /// <summary>Whether the number still stands for the file that was opened.</summary>
    public bool IsOpen => Number >= 0 && LibC.TryIdentify(Number, out LibC.FileIdentity now) && now == _identity;

    /// <summary>Takes a descriptor that was opened just now; <see cref="None"/> for one that was not.</summary>
    public static OwnDescriptor Of(int number) => number >= 0 && LibC.TryIdentify(number, out LibC.FileIdentity identity) ? new(number, identity) : None;

    /// <summary>Closes it, unless the program has.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            LibC.Close(Number);
        }
    }
}
