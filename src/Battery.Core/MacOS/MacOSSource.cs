using System.Runtime.Versioning;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.MacOS;

/// <summary>The batteries of a Mac, as its registry shows them: the running system's, or one that <c>ioreg</c> printed on another Mac.</summary>
public sealed class MacOSSource : IPowerSupplySource
{
    private readonly IBatteryRegistry _registry;

    internal MacOSSource(IBatteryRegistry registry) => _registry = registry;

    /// <inheritdoc/>
    public string Backend => _registry.Backend;

    /// <summary>Opens this Mac.</summary>
    [SupportedOSPlatform("macos")]
    public static MacOSSource Open() => new(new LiveRegistry());

    /// <summary>Opens a recording, on any system.</summary>
    /// <param name="path">A file with what <c>ioreg -arn AppleSmartBattery</c> (XML), <c>ioreg -rn AppleSmartBattery</c> (text), either of the
    /// whole registry, or grep of such a text printed.</param>
    /// <exception cref="BatteryException">The file cannot be read, or is no such recording.</exception>
    public static MacOSSource FromRecording(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using SafeFileHandle file = File.OpenHandle(path);
            byte[] bytes = new byte[1 << 16];
            int length = 0;

            // A little more than is allowed is read: a file that never ends is refused like one that is too long.
            while (length <= PropertyListLimits.MaxBytes && RandomAccess.Read(file, bytes.AsSpan(length), length) is var read and > 0)
            {
                length += read;
                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, 2 * length);
                }
            }

            return FromRecording(bytes.AsSpan(0, length), path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BatteryException(BatteryError.NotFound, $"cannot open {path}: there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new BatteryException(BatteryError.PermissionDenied, $"cannot open {path}: it is a folder, or permission is denied");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new BatteryException(BatteryError.Io, $"cannot open {path}: it cannot be read");
        }
    }

    /// <summary>Opens a recording that is in memory already.</summary>
    /// <param name="recording">What the file would hold.</param>
    /// <param name="origin">Where it comes from, for messages.</param>
    /// <exception cref="BatteryException">It is no such recording.</exception>
    public static MacOSSource FromRecording(ReadOnlySpan<byte> recording, string origin)
    {
        try
        {
            return new(new RecordedRegistry(BatteryServices.Find(RegistryDump.Read(recording))));
        }
        catch (BatteryException error)
        {
            throw new BatteryException(error.Code, $"cannot open {origin}: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public List<BatteryDevice> ReadBatteries()
    {
        List<PropertyDictionary> services = _registry.ReadServices();
        var batteries = new List<BatteryDevice>();
        for (int i = 0; i < services.Count; i++)
        {
            // The names by which pmset and IOPowerSources know internal batteries.
            var raw = new RawReading { Name = $"InternalBattery-{i}" };
            SmartBatteryDecoder.Decode(services[i], raw);
            if (BatteryDevice.Of(new SmartBatteryReader(_registry, i, services[i].Integer(RegistryKeys.Id)), raw) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        return batteries;
    }

    /// <inheritdoc/>
    /// <remarks>Known on every Mac that has the service; desktop Macs with Intel processors have none.</remarks>
    public ExternalPower ReadExternalPower()
    {
        ExternalPower power = ExternalPower.Unknown;
        foreach (PropertyDictionary service in _registry.ReadServices())
        {
            ExternalPower said = Adapter.Power(service);
            power = power == ExternalPower.Online || said == ExternalPower.Unknown ? power : said;
        }

        return power;
    }

    /// <inheritdoc/>
    public Measured ReadAdapterPower()
    {
        Measured watts = Measured.Unknown(Reason.Missing);
        foreach (PropertyDictionary service in _registry.ReadServices())
        {
            watts = watts.IsKnown ? watts : Adapter.Watts(service);
        }

        return watts;
    }

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => _registry.OpenSignal();
}
