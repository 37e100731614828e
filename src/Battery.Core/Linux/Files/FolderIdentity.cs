namespace Battery.Core.Linux.Files;

/// <summary>A folder, whatever its name, as it is now: another one, or one whose entries have changed, has another identity.</summary>
internal readonly record struct FolderIdentity(long Device, long Inode, long ModifiedSeconds, long ModifiedNanoseconds);
