using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>A walk over the batteries that were there when it began. Made by <c>battery_manager_iter</c>, ended by <c>battery_iterator_free</c>.</summary>
[CName("battery_iterator")]
public readonly struct IteratorHandle;
