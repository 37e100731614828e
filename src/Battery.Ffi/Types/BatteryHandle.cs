using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>A battery and the values of its last reading. Returned by <c>battery_iterator_next</c>, freed by <c>battery_free</c>.</summary>
[CName("battery")]
public readonly struct BatteryHandle;
