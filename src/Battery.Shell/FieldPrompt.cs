using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Battery.Shell;

/// <summary>Asks for values by name, as the engine does for mandatory parameters that were left out.</summary>
/// <param name="ui">Where to ask.</param>
internal sealed class FieldPrompt(PSHostUserInterface ui)
{
    /// <summary>Asks for each field.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>The values by the fields' names.</returns>
    internal Dictionary<string, PSObject> Ask(Collection<FieldDescription> fields)
    {
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in fields)
        {
            Type type = TypeOf(field);
            object? value = typeof(IList).IsAssignableFrom(type) ? AskList(field, type) : AskOne(field.Name, type);

            // A value of null is the answer for "nothing"; the dictionary has no null of its own for it.
            answers[field.Name] = value is null ? new PSObject() : PSObject.AsPSObject(value);
        }

        return answers;
    }

    private static Type TypeOf(FieldDescription field)
        => LanguagePrimitives.TryConvertTo(field.ParameterAssemblyFullName, out Type? type)
            || LanguagePrimitives.TryConvertTo(field.ParameterTypeFullName, out type)
            ? type ?? typeof(string)
            : typeof(string);

    private object AskList(FieldDescription field, Type type)
    {
        Type element = type.GetElementType() ?? typeof(object);
        var values = new ArrayList();
        while (true)
        {
            // An empty answer ends the list.
            object? value = AskOne($"{field.Name}[{values.Count}]", element, emptyEnds: true);
            if (value is null)
            {
                break;
            }

            values.Add(value);
        }

        return LanguagePrimitives.TryConvertTo(values, type, out object? list) && list is not null ? list : values;
    }

    private object? AskOne(string name, Type type, bool emptyEnds = false)
    {
        while (true)
        {
            if (type == typeof(PSCredential))
            {
                ui.WriteLine(name);
                return ui.PromptForCredential(null, null, null, string.Empty);
            }

            ui.Write($"{name}: ");
            if (type == typeof(SecureString))
            {
                SecureString secret = ui.ReadLineAsSecureString();
                return emptyEnds && secret.Length == 0 ? null : secret;
            }

            string answer = ui.ReadLine();
            if (emptyEnds && answer.Length == 0)
            {
                return null;
            }

            if (LanguagePrimitives.TryConvertTo(answer, type, out object? value))
            {
                return value;
            }

            ui.WriteErrorLine($"Cannot recognize \"{answer}\" as a {type.FullName}.");
        }
    }
}
