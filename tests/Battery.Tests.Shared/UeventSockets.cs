namespace Battery.Tests.Shared;

/// <summary>The sockets of the kernel's events that this process has open: a manager that waits has one.</summary>
public static class UeventSockets
{
    private const string Uevents = "15";

    /// <summary>How many there are.</summary>
    public static int Count()
    {
        // Columns: address, protocol, port, groups, three of memory, dropped, inode at the end.
        HashSet<string> all =
        [
            .. File.ReadAllLines("/proc/net/netlink").Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(static columns => columns[1] == Uevents).Select(static columns => $"socket:[{columns[^1]}]"),
        ];
        return Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget is { } target && all.Contains(target));
    }
}
