namespace Battery.Ffi.Declaration;

/// <summary>The section of the C header that a class of exports is written to.</summary>
/// <param name="order">Its place among the sections: the order in which a program uses them.</param>
/// <param name="title">Its heading.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SectionAttribute(int order, string title) : Attribute
{
    /// <summary>Its place among the sections.</summary>
    public int Order { get; } = order;

    /// <summary>Its heading.</summary>
    public string Title { get; } = title;
}
