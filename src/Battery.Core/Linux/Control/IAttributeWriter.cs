namespace Battery.Core.Linux.Control;

/// <summary>Writes the attributes of one supply. Reading has no part in it, and a recording has none.</summary>
internal interface IAttributeWriter
{
    /// <summary>The maker of the machine; null if it is not known.</summary>
    string? MachineVendor { get; }

    /// <summary>Whether the driver lets anybody write an attribute. One that it does not is refused to root, too.</summary>
    bool CanWrite(string name);

    /// <summary>Writes an attribute that exists.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text, without a line end.</param>
    /// <returns>0, or the system's error.</returns>
    int Write(string name, string text);
}
