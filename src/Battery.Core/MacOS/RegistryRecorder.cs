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
            entries[key] = key.Contains(InKeysOfSerialNumbers, StringComparison.Ordinal) ? MaskedNumber(value) : MaskedWithin(value);
        }

        return new(entries);
    }

    private static PropertyValue MaskedWithin(PropertyValue value) => value switch
    {
        PropertyDictionary dictionary => Masked(dictionary),
        PropertyArray array => new PropertyArray(array.Items.ConvertAll(MaskedWithin)),
        _ => value,
    };

    private static PropertyValue MaskedNumber(PropertyValue value)
    {
        if (value is not PropertyScalar<string> text)
        {
            return value is PropertyScalar<long> ? new PropertyScalar<long>(0) : MaskedWithin(value);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.Value);
        Mask.SerialNumber(bytes);
        return new PropertyScalar<string>(Encoding.UTF8.GetString(bytes));
    }
}
