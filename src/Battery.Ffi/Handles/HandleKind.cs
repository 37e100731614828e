namespace Battery.Ffi.Handles;

/// <summary>The type of a handle. It is part of the handle's bits, so that a handle of another type is detected.</summary>
internal enum HandleKind
{
    Manager = 1,
    Iterator = 2,
    Battery = 3,
    AdapterIterator = 4,
    Adapter = 5,
}
