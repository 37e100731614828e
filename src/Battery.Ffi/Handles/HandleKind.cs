namespace Battery.Ffi.Handles;

/// <summary>What a handle stands for; a part of its bits, so that one type cannot pass for another.</summary>
internal enum HandleKind
{
    Manager = 1,
    Iterator = 2,
    Battery = 3,
}
