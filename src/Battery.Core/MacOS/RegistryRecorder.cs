using System.Text;
using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Recordings;

namespace Battery.Core.MacOS;

/// <summary>Records battery services: each is a device whose one answer is its property list, as <c>ioreg -a</c> prints it.</summary>
internal static class RegistryRecorder
{
    private const string Question = "properties";

    // BatterySerialNumber, Serial, FirmwareSerialNumber; SerialString and SerialNumber of the adapter.
    private const string InKeysOfSerialNumbers = "Serial";

    /// <summary>Records services.</summary>
    public static Recording Record(List<PropertyDictionary> services, bool keepsSerialNumbers)
    {
        var devices = new List<RecordedDevice>();
        foreach (PropertyDictionary service in services)
        {
            var device = new RecordedDevice(SmartBatteryKeys.Service);
            device.Answers.Add((Question, new(PropertyListXmlWriter.Write(keepsSerialNumbers ? service : Masked(service)))));
            devices.Add(device);
        }

        return new(Recording.MacOS, devices, keepsSerialNumbers);
    }

    /// <summary>The services that a recording holds.</summary>
    /// <exception cref="Model.BatteryException">What it holds is damaged.</exception>
    public static List<PropertyDictionary> Services(Recording recording)
    {
        var services = new List<PropertyDictionary>();
        foreach (RecordedDevice device in recording.Devices)
        {
            // A service that gave no answer is one that had gone.
            if (device[Question] is { Error: 0 } answer && RegistryDump.Read(answer.Bytes) is PropertyDictionary service)
            {
                services.Add(service);
            }
        }

        return services;
    }

    private static PropertyDictionary Masked(PropertyDictionary dictionary)
    {
        var entries = new Dictionary<string, PropertyValue>();
        foreach (string key in dictionary.Keys)
        {
            PropertyValue value = dictionary[key]!;
            entries[key] = key.Contains(InKeysOfSerialNumbers, StringComparison.OrdinalIgnoreCase) ? MaskedNumber(value) : MaskedWithin(value);
        }

        return new(entries);
    }

    private static PropertyValue MaskedWithin(PropertyValue value) => value switch
    {
        PropertyDictionary dictionary => Masked(dictionary),
        PropertyArray array => new PropertyArray(array.Items.ConvertAll(MaskedWithin)),
        PropertyScalar<string> text => Masked(text, Mask.Addresses),
        _ => value,
    };

    // All below the key, whatever it is.
    private static PropertyValue MaskedNumber(PropertyValue value) => value switch
    {
        PropertyScalar<string> text => Masked(text, Mask.SerialNumber),
        PropertyScalar<long> => new PropertyScalar<long>(0),
        PropertyArray array => new PropertyArray(array.Items.ConvertAll(MaskedNumber)),
        PropertyDictionary dictionary => MaskedNumbers(dictionary),
        _ => value,
    };

    private static PropertyDictionary MaskedNumbers(PropertyDictionary dictionary)
    {
        var entries = new Dictionary<string, PropertyValue>();
        foreach (string key in dictionary.Keys)
        {
            entries[key] = MaskedNumber(dictionary[key]!);
        }

        return new(entries);
    }

    private static PropertyScalar<string> Masked(PropertyScalar<string> text, MaskText mask)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.Value);
        mask(bytes);
        return new(Encoding.UTF8.GetString(bytes));
    }

    private delegate void MaskText(Span<byte> text);
}
