namespace Battery.Core.Posix;

/// <summary>
/// A descriptor that the library keeps open. A program may close all descriptors, for example to become a daemon, and open
/// another file under the same number: the file's identity is compared before each use.
/// </summary>
internal readonly struct OwnDescriptor
{
    /// <summary>No descriptor; poll() ignores it.</summary>
    public static readonly OwnDescriptor None = new(-1, default);

    private readonly FileDescriptors.FileIdentity _identity;

    private OwnDescriptor(int number, FileDescriptors.FileIdentity identity)
    {
        Number = number;
        _identity = identity;
    }

    /// <summary>The number; use it only if <see cref="IsOpen"/>.</summary>
    public int Number { get; }

    /// <summary>Whether the number still refers to the file that was opened.</summary>
    public bool IsOpen => Number >= 0 && FileDescriptors.TryIdentify(Number, out FileDescriptors.FileIdentity now) && now == _identity;

    /// <summary>Wraps a descriptor that was just opened; <see cref="None"/> if opening it failed.</summary>
    public static OwnDescriptor Of(int number) =>
        number >= 0 && FileDescriptors.TryIdentify(number, out FileDescriptors.FileIdentity identity) ? new(number, identity) : None;

    /// <summary>Closes the descriptor, unless the program closed it.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            FileDescriptors.Close(Number);
        }
    }
}
