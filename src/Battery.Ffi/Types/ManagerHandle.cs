using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>The batteries of a machine. Made by <c>battery_manager_new</c>, ended by <c>battery_manager_free</c>.</summary>
[CName("battery_manager")]
public readonly struct ManagerHandle;
