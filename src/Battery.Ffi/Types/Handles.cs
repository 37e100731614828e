using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>The batteries of a machine. Created by <c>battery_manager_new</c>, freed by <c>battery_manager_free</c>.</summary>
[CName("battery_manager")]
public readonly struct ManagerHandle;

/// <summary>
/// Iterates over the batteries that were present when it was created. Created by <c>battery_manager_iter</c>, freed by
/// <c>battery_iterator_free</c>.
/// </summary>
[CName("battery_iterator")]
public readonly struct IteratorHandle;

/// <summary>A battery and the values of its last reading. Returned by <c>battery_iterator_next</c>, freed by <c>battery_free</c>.</summary>
[CName("battery")]
public readonly struct BatteryHandle;

/// <summary>
/// Iterates over the adapters that were present when it was created. Created by <c>battery_manager_iter_adapters</c>, freed by
/// <c>battery_adapter_iterator_free</c>.
/// </summary>
[CName("battery_adapter_iterator")]
public readonly struct AdapterIteratorHandle;

/// <summary>An adapter, as it was when it was read. Returned by <c>battery_adapter_iterator_next</c>, freed by <c>battery_adapter_free</c>.</summary>
[CName("battery_adapter")]
public readonly struct AdapterHandle;
