using System.ComponentModel;
using Battery.PowerShell.Remoting;

namespace Battery;

// The parts of public types that only PowerShell needs: how objects that came through remoting, a job or Export-Clixml are made.
[TypeConverter(typeof(DeserializedTypeConverter))]
public sealed partial class BatteryInfo
{
    /// <summary>An object without values, to be filled from another one.</summary>
    public BatteryInfo()
    {
    }
}

[TypeConverter(typeof(DeserializedTypeConverter))]
public sealed partial class BatteryAdapter;

[TypeConverter(typeof(DeserializedTypeConverter))]
public sealed partial class BatteryValue;

[TypeConverter(typeof(DeserializedTypeConverter))]
public sealed partial class BatteryValueSource;
