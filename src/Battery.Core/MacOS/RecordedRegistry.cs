using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>The battery services of a dump. They never change.</summary>
/// <param name="services">The services.</param>
internal sealed class RecordedRegistry(List<PropertyDictionary> services) : IBatteryRegistry
{
    /// <inheritdoc/>
    public string Backend => "ioreg";

    /// <inheritdoc/>
    public List<PropertyDictionary> ReadServices() => services;

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => new QuietSignal();
}
