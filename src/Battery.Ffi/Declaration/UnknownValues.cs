namespace Battery.Ffi.Declaration;

/// <summary>The sentinels: what a function returns for an unknown value. The C header has them as macros.</summary>
internal static class UnknownValues
{
    /// <summary>Returned by functions of type float for an unknown value.</summary>
    public const float Float = float.MaxValue;

    /// <summary>Returned by functions of type int32_t for an unknown value.</summary>
    public const int Int32 = int.MaxValue;

    /// <summary>Returned by functions of type uint32_t for an unknown value.</summary>
    public const uint UInt32 = uint.MaxValue;

    /// <summary>Returned by functions of type uint64_t for an unknown value.</summary>
    public const ulong UInt64 = ulong.MaxValue;
}
