using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Battery.PowerShell.Formatting;

namespace Battery.PowerShell.Remoting;

/// <summary>
/// Converts a <see cref="BatteryInfo"/> or <see cref="BatteryTotal"/> that came through remoting, a job or Export-Clixml
/// back to its type. Without it a state is a string or a number there, depending on the serialization.
/// </summary>
internal sealed class DeserializedTypeConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject bag && bag.TypeNames.Contains(DeserializedName(destinationType));

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(sourceValue);
        ArgumentNullException.ThrowIfNull(destinationType);
        object snapshot = Activator.CreateInstance(destinationType)!;
        var bag = (PSObject)sourceValue;
        foreach (PropertyInfo property in destinationType.GetProperties())
        {
            // A property that the other side's version of the module does not have stays unknown.
            if (bag.Properties[property.Name]?.Value is { } value)
            {
                property.SetValue(snapshot, LanguagePrimitives.ConvertTo(value, property.PropertyType, CultureInfo.InvariantCulture));
            }
        }

        string prefix = DeserializedName(destinationType) + '#';
        return bag.TypeNames.FirstOrDefault(name => name.StartsWith(prefix, StringComparison.Ordinal)) is { } view
            ? ViewNames.WithView(snapshot, view[prefix.Length..])
            : snapshot;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private static string DeserializedName(Type? type) => $"Deserialized.{type?.FullName}";
}
