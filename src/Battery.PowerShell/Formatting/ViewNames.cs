using System.Management.Automation;

namespace Battery.PowerShell.Formatting;

/// <summary>The type names that select another table than that of a battery; their views are in Battery.Format.ps1xml.</summary>
internal static class ViewNames
{
    /// <summary>A sample of a watch: its table has the time.</summary>
    public const string Sample = "Sample";

    /// <summary>A peripheral's battery: its table has the model.</summary>
    public const string Peripheral = "Peripheral";

    /// <summary>Gives an object a type name of its own, in front of its type's: <c>Battery.BatteryInfo#Sample</c>.</summary>
    /// <param name="snapshot">The object.</param>
    /// <param name="view">The part after the number sign.</param>
    public static PSObject WithView(object snapshot, string view)
    {
        var wrapped = PSObject.AsPSObject(snapshot);
        wrapped.TypeNames.Insert(0, $"{snapshot.GetType().FullName}#{view}");
        return wrapped;
    }
}
