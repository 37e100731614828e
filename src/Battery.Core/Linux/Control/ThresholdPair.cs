using System.Globalization;
using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Linux.Control;

/// <summary>The thresholds of a battery: the end, and the start that most devices have, too.</summary>
/// <param name="attributes">The attributes of the battery.</param>
internal sealed class ThresholdPair(AttributeJournal attributes)
{
    private const string StartName = "charge_control_start_threshold";
    private const string EndName = "charge_control_end_threshold";

    // The distance of start and end on machines whose firmware sets the two together.
    private const int UsualDistance = 5;

    // Firmware that applies a threshold later does so within half a second (thinkpad_acpi waits as long).
    private const int ReadBackTries = 5;

    /// <summary>Whether the battery has thresholds that can be set.</summary>
    public bool CanSet => attributes.CanSet(EndName);

    /// <summary>Sets the thresholds and reads back which are in force.</summary>
    /// <exception cref="BatteryException">A threshold cannot be set, or was accepted and is not in force.</exception>
    public ChargeLimit Set(ChargeLimitRequest request)
    {
        ChargeLimit before = Read();

        // A start that nobody can write follows the end.
        int? start = attributes.CanSet(StartName) ? Start(request, before) : null;
        Write(request, start, before);
        ChargeLimit after = ReadBack(request.End, start, before);
        if (after.End != request.End || (start is not null && after.Start != start))
        {
            // A start that is written moves the end on some machines: written again, both are applied.
            Write(request, start, after);
            after = Read();
        }

        bool isEndApplied = after.End is null || after.End == request.End || after.End != before.End;
        bool isStartApplied = after.Start is null || request.Start is null
            || after.Start == request.Start || after != before;
        return isEndApplied && isStartApplied ? after : throw NotApplied(request, after);
    }

    private ChargeLimit Read() => new(attributes.ReadPercentage(StartName), attributes.ReadPercentage(EndName));

    // Without a start of the caller's the start in force stays, unless it is not below the new end.
    private static int? Start(ChargeLimitRequest request, ChargeLimit before) =>
        request.Start ?? (request.IsRemoval ? 0 : before.Start >= request.End ? Math.Max(0, request.End - UsualDistance) : null);

    // The start is below the end after each write: drivers refuse another order.
    private void Write(ChargeLimitRequest request, int? start, ChargeLimit inForce)
    {
        (string Name, int Percentage)[] order = start is not { } lower ? [(EndName, request.End)]
            : request.End > (inForce.Start ?? 0) ? [(EndName, request.End), (StartName, lower)]
            : [(StartName, lower), (EndName, request.End)];
        int error = Write(order[0]);
        if (error == Errno.InvalidArgument && order.Length > 1)
        {
            // A driver may go by other values than those it reports: thinkpad_acpi by those that were written last.
            Array.Reverse(order);
            error = Write(order[0]);
        }

        Check(order[0], error, request);
        if (order.Length > 1)
        {
            Check(order[1], Write(order[1]), request);
        }
    }

    private int Write((string Name, int Percentage) threshold) =>
        attributes.Write(threshold.Name, Text(threshold.Percentage), attributes.Read(threshold.Name));

    // A start that the caller did not ask for is no reason to fail: the device may set it by itself, from the end.
    private void Check((string Name, int Percentage) threshold, int error, ChargeLimitRequest request)
    {
        bool isTolerated = error == Errno.InvalidArgument && threshold.Name == StartName && request.Start is null;
        if (error != 0 && !isTolerated)
        {
            throw attributes.Failure(threshold.Name, Text(threshold.Percentage), error);
        }
    }

    private ChargeLimit ReadBack(int end, int? start, ChargeLimit before)
    {
        ChargeLimit now = Read();
        for (int tries = 0; tries < ReadBackTries && IsUnchanged(now, end, start, before); tries++)
        {
            attributes.Wait();
            now = Read();
        }

        return now;
    }

    private static bool IsUnchanged(ChargeLimit now, int end, int? start, ChargeLimit before) =>
        (now.End != end && now.End == before.End) || (start is not null && now.Start != start && now.Start == before.Start);

    private BatteryException NotApplied(ChargeLimitRequest request, ChargeLimit after) => new(
        BatteryError.Refused,
        $"{attributes.Location} accepted a charge limit of {Range(request.Start, request.End)} and still reports {Range(after.Start, after.End)}; "
            + "try another, for example 80 %, or update the firmware");

    private static string Range(int? start, int? end) => start is null ? $"{end} %" : $"{start} to {end} %";

    private static string Text(int percentage) => percentage.ToString(CultureInfo.InvariantCulture);
}
