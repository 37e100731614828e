using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Battery.Core.ChargeLimits;
using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows;

/// <summary>The output buffers of one battery device.</summary>
/// <param name="device">The output buffers.</param>
internal sealed class WindowsEvidence(RecordedDevice device) : ISupplyEvidence
{
    private RawReading? _reading;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        var reader = new WindowsSupplyReader(new RecordedBatteryDevice(device), static () => 0, static () => UnsupportedChargeLimit.Recording);
        bool isThere = reader.TryRead(reading);
        _reading = reading;
        return isThere;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RawSource> Sources(RuleInput input)
    {
        // A percentage is a ratio here.
        if (input == RuleInputs.Of(SupplyProperty.Capacity))
        {
            return IsRelative
                ? [Source(StructureMember.Capacity), Source(StructureMember.FullChargedCapacity)]
                : [.. Sources(RuleInputs.Of(SupplyProperty.EnergyNow)), .. Sources(RuleInputs.Of(SupplyProperty.EnergyFull))];
        }

        return StructureMember.Of(input) is { } member ? [Source(member) with { Quality = QualityOf(input) }] : [];
    }

    private bool IsRelative => BatteryInformation.Decode(Bytes(BatteryInformationLevel.Information), new() { Name = string.Empty }) is { IsRelative: true };

    private ReadOnlySpan<byte> Bytes(BatteryInformationLevel level) => device[WindowsRecordingKeys.NameOf(level)] is { } response ? response.Bytes : [];

    private ValueQuality QualityOf(RuleInput input) =>
        input.IsProperty() ? _reading?.QualityOf((SupplyProperty)input) ?? ValueQuality.Missing : ValueQuality.Known;

    private RawSource Source(StructureMember member)
    {
        RecordedResponse? response = device[member.Response];
        ReadOnlySpan<byte> bytes = response is null ? [] : response.Bytes;
        bool isThere = response is { Error: Win32Error.None } && (member.Size == 0 || bytes.Length >= member.Offset + member.Size);
        return isThere
            ? RawSource.Of(member.Name, Text(member, bytes), IsRelative && member.IsCapacity ? null : member.Unit)
            : new(member.Name, null, null, ValueQuality.Missing);
    }

    private static string Text(StructureMember member, ReadOnlySpan<byte> bytes) => member.Form switch
    {
        MemberForm.Characters => Encoding.Unicode.GetString(bytes).Split('\0')[0],
        MemberForm.Word => Encoding.ASCII.GetString(bytes.Slice(member.Offset, member.Size)).TrimEnd('\0', ' '),
        MemberForm.Flags => string.Create(CultureInfo.InvariantCulture, $"0x{BinaryPrimitives.ReadUInt32LittleEndian(bytes[member.Offset..]):X8}"),
        MemberForm.Signed => BinaryPrimitives.ReadInt32LittleEndian(bytes[member.Offset..]).ToString(CultureInfo.InvariantCulture),
        _ => Number(bytes.Slice(member.Offset, member.Size)).ToString(CultureInfo.InvariantCulture),
    };

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            number = (number << 8) | bytes[i];
        }

        return number;
    }
}
