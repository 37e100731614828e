using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Recordings;

namespace Battery.Core.MacOS.Recorded;

/// <summary>Records battery services, each as a device with one response, its property list as <c>ioreg -a</c> prints it; and the power
/// sources as another device.</summary>
internal static class MacOSRecorder
{
    // Models, versions and classes. Other strings may be anything, such as what an adapter's maker put into it.
    private static readonly string[] s_harmless =
    [
        RegistryKeys.Name, RegistryKeys.Class, "IOClass", "IOProviderClass", "IOGeneralInterest", "CFBundleIdentifier", "IOReportGroupName",
        SmartBatteryKeys.DeviceName, SmartBatteryKeys.Manufacturer, SmartBatteryKeys.Name, SmartBatteryKeys.Description,
        "Model", "HwVersion", "FwVersion", "LatestErrorType",
        PowerSourceKeys.Type, PowerSourceKeys.TransportType, PowerSourceKeys.State, PowerSourceKeys.Health, PowerSourceKeys.HealthCondition,
    ];

    /// <summary>Records services, and power sources if the system reports them.</summary>
    public static Recording Record(List<PropertyDictionary> services, PowerSources? sources, bool keepsSerialNumbers)
    {
        var devices = new List<RecordedDevice>();
        foreach (PropertyDictionary service in services)
        {
            var device = new RecordedDevice(SmartBatteryKeys.ServiceName);
            device.TryAdd(MacOSRecordingKeys.Properties, Response(service, keepsSerialNumbers));
            devices.Add(device);
        }

        if (sources is { ProvidingType: not null } or { Sources.Count: > 0 })
        {
            var device = new RecordedDevice(MacOSRecordingKeys.PowerSources);
            device.TryAdd(MacOSRecordingKeys.Sources, Response(new PropertyArray([.. sources.Sources]), keepsSerialNumbers));
            if (sources.ProvidingType is { } type)
            {
                device.TryAdd(MacOSRecordingKeys.ProvidingType, new(Encoding.UTF8.GetBytes(type)));
            }

            devices.Add(device);
        }

        return new(Recording.MacOS, devices, keepsSerialNumbers);
    }

    private static RecordedResponse Response(PropertyValue properties, bool keepsSerialNumbers) =>
        new(PropertyListXmlWriter.Write(keepsSerialNumbers ? properties : Masked(properties, Treatment.KeepText)));

    private static PropertyValue Masked(PropertyValue value, Treatment treatment) => value switch
    {
        PropertyDictionary dictionary => new PropertyDictionary(dictionary.Keys.ToDictionary(
            static key => key, key => Masked(dictionary[key]!, treatment == Treatment.MaskAll ? treatment : TreatmentOf(key)))),
        PropertyArray array => new PropertyArray(array.Items.ConvertAll(item => Masked(item, treatment))),
        PropertyScalar<string> text => new PropertyScalar<string>(Masked(text.Value, treatment)),
        PropertyScalar<long> when treatment == Treatment.MaskAll => new PropertyScalar<long>(0),
        _ => value,
    };

    // BatterySerialNumber, Serial, FirmwareSerialNumber; SerialString and SerialNumber of the adapter.
    private static Treatment TreatmentOf(string key) =>
        PrivateKeys.Contain(key) ? Treatment.MaskAll : Array.IndexOf(s_harmless, key) >= 0 ? Treatment.KeepText : Treatment.MaskText;

    private static string Masked(string text, Treatment treatment)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (treatment == Treatment.KeepText)
        {
            Mask.Addresses(bytes);
        }
        else
        {
            Mask.SerialNumber(bytes);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>What is masked of a value, and of what is below it.</summary>
    private enum Treatment
    {
        /// <summary>Addresses.</summary>
        KeepText,

        /// <summary>Strings.</summary>
        MaskText,

        /// <summary>Strings and numbers, at every depth.</summary>
        MaskAll,
    }
}
