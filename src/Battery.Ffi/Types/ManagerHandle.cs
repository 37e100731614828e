using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>The batteries of a machine. Created by <c>battery_manager_new</c>, freed by <c>battery_manager_free</c>.</summary>
[CName("battery_manager")]
public readonly struct ManagerHandle;
