using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>
/// Iterates over the batteries that were present when it was created. Created by <c>battery_manager_iter</c>, freed by
/// <c>battery_iterator_free</c>.
/// </summary>
[CName("battery_iterator")]
public readonly struct IteratorHandle;
