using System.Management.Automation;

namespace Battery.PowerShell.Formatting;

/// <summary>The type names that select a table of their own. The views are in Battery.Format.ps1xml.</summary>
internal static class ViewNames
{
    /// <summary>A sample of a watch. Its table has the time.</summary>
    public const string Sample = "Sample";

    /// <summary>A peripheral's battery. Its table has the model.</summary>
    public const string Peripheral = "Peripheral";

    /// <summary>Adds a type name to an object, before the name of its type: <c>Battery.BatteryInfo#Sample</c>.</summary>
    /// <param name="snapshot">The object.</param>
    /// <param name="view">The part of the name after the number sign.</param>
    public static PSObject WithView(object snapshot, string view)
    {
        var wrapped = PSObject.AsPSObject(snapshot);
        wrapped.TypeNames.Insert(0, $"{snapshot.GetType().FullName}#{view}");
        return wrapped;
    }
}
