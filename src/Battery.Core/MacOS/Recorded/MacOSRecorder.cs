using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Recordings;

namespace Battery.Core.MacOS.Recorded;

/// <summary>Records battery services: each is a device with one response, its property list as <c>ioreg -a</c> prints it.</summary>
internal static class MacOSRecorder
{
    // BatterySerialNumber, Serial, FirmwareSerialNumber; SerialString and SerialNumber of the adapter.
    private const string InKeysOfSerialNumbers = "Serial";

    /// <summary>Records services.</summary>
    public static Recording Record(List<PropertyDictionary> services, bool keepsSerialNumbers)
    {
        var devices = new List<RecordedDevice>();
        foreach (PropertyDictionary service in services)
        {
            var device = new RecordedDevice(SmartBatteryKeys.ServiceName);
            PropertyValue properties = keepsSerialNumbers ? service : Masked(service, isSerialNumber: false);
            device.Responses.Add((MacOSRecordingKeys.Properties, new(PropertyListXmlWriter.Write(properties))));
            devices.Add(device);
        }

        return new(Recording.MacOS, devices, keepsSerialNumbers);
    }

    // Everything below a key of a serial number is masked, and addresses everywhere.
    private static PropertyValue Masked(PropertyValue value, bool isSerialNumber) => value switch
    {
        PropertyDictionary dictionary => new PropertyDictionary(dictionary.Keys.ToDictionary(
            static key => key, key => Masked(dictionary[key]!, isSerialNumber || key.Contains(InKeysOfSerialNumbers, StringComparison.OrdinalIgnoreCase)))),
        PropertyArray array => new PropertyArray(array.Items.ConvertAll(item => Masked(item, isSerialNumber))),
        PropertyScalar<string> text => new PropertyScalar<string>(Masked(text.Value, isSerialNumber)),
        PropertyScalar<long> when isSerialNumber => new PropertyScalar<long>(0),
        _ => value,
    };

    private static string Masked(string text, bool isSerialNumber)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (isSerialNumber)
        {
            Mask.SerialNumber(bytes);
        }
        else
        {
            Mask.Addresses(bytes);
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
