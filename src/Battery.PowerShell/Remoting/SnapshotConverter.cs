using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace Battery.PowerShell.Remoting;

/// <summary>
/// Makes a <see cref="BatteryInfo"/> or <see cref="BatteryTotal"/> again of what came through remoting, a job or
/// Export-Clixml, so that a state is a state there too: as a bag of properties it would be a word or a number, by the way it came.
/// </summary>
public sealed class SnapshotConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject bag && bag.TypeNames.Contains($"Deserialized.{destinationType?.FullName}");

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(sourceValue);
        ArgumentNullException.ThrowIfNull(destinationType);
        object snapshot = Activator.CreateInstance(destinationType)!;
        PSMemberInfoCollection<PSPropertyInfo> values = ((PSObject)sourceValue).Properties;
        foreach (PropertyInfo property in destinationType.GetProperties())
        {
            // What an older or newer module on the other side does not have stays unknown.
            if (values[property.Name]?.Value is { } value)
            {
                property.SetValue(snapshot, LanguagePrimitives.ConvertTo(value, property.PropertyType, CultureInfo.InvariantCulture));
            }
        }

        return snapshot;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();
}
