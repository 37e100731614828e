using System.Management.Automation;

namespace EmptyModule;

/// <summary>Emits an object and does nothing else.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new object());
}
