using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Completion;

/// <summary>Completes names of values.</summary>
internal sealed class ValueNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        ValueTable.All
            .Where(value => value.Name.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(static value => new CompletionResult(value.Name));
}
