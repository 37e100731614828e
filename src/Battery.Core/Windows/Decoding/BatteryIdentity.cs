using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Windows.Decoding;

/// <summary>Which battery it is, by what the driver reports. Microsoft's page on battery tags names the unique id for that.</summary>
internal readonly record struct BatteryIdentity(RawText Manufacturer, RawText Model, RawText SerialNumber, RawText UniqueId)
{
    /// <summary>
    /// Whether this battery is the same as another one. Each value that is reported once and not the other time, or differs, makes it
    /// another one. A value that could not be read the first time is not compared.
    /// </summary>
    /// <param name="now">What the driver reports now.</param>
    /// <returns>Null if a value cannot be read now that would have to be compared.</returns>
    public bool? IsSameAs(BatteryIdentity now)
    {
        Span<Comparison> comparisons =
        [
            Compare(Manufacturer, now.Manufacturer), Compare(Model, now.Model),
            Compare(SerialNumber, now.SerialNumber), Compare(UniqueId, now.UniqueId),
        ];

        // A battery that reports nothing of itself may be any.
        return comparisons.Contains(Comparison.Different) ? false
            : comparisons.Contains(Comparison.Unreadable) ? null
            : comparisons.Contains(Comparison.Equal);
    }

    private static Comparison Compare(RawText before, RawText now) =>
        IsUnreadable(before) ? Comparison.Impossible
        : IsUnreadable(now) ? Comparison.Unreadable
        : before.Text != now.Text ? Comparison.Different
        : before.Text is null ? Comparison.Impossible
        : Comparison.Equal;

    private static bool IsUnreadable(RawText text) => text.Quality is ValueQuality.ReadFailed or ValueQuality.PermissionDenied;

    private enum Comparison
    {
        Impossible,
        Unreadable,
        Different,
        Equal,
    }
}
