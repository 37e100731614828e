using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>One battery and the values of its last reading. Given by <c>battery_iterator_next</c>, ended by <c>battery_free</c>.</summary>
[CName("battery")]
public readonly struct BatteryHandle;
