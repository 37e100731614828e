using System.Runtime.InteropServices;
using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Explanation;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// Why a value is what it is, or why it is not known. The first explanation after a reading reads the battery again, as
/// battery_manager_refresh does, and keeps what the system reported; the following explanations are of that reading.
/// </summary>
[Section(55, "Explanations")]
[Since("0.2.0")]
public static unsafe class ExplanationExports
{
    /// <summary>
    /// Explains a value in one line: its name, the value or that it is unknown, and the rule with the properties that it follows from, as
    /// the system names and writes them.
    /// </summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <param name="buffer">The buffer that is written; NULL with a size of 0 returns the length alone.</param>
    /// <param name="size">The buffer's size in bytes; what does not fit is truncated, and terminated by a NUL too.</param>
    /// <returns>
    /// The length of the whole text without the NUL, as <c>snprintf</c> does: it was truncated if it is not less than <c>size</c>.
    /// A negative <c>battery_error</c> if it failed; BATTERY_ERROR_NOT_FOUND if the battery was removed.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_explain")]
    public static int Explain(BatteryHandle* battery, BatteryField field, byte* buffer, int size) =>
        Guard.Status(((nint)battery, field, (nint)buffer, size), &WriteText);

    /// <summary>
    /// Writes the properties that a value follows from, or that keep it from being known: a line for each with its name, what the system
    /// reported, and the unit, separated by tabs. What was not reported is empty.
    /// </summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <param name="buffer">As for battery_explain.</param>
    /// <param name="size">As for battery_explain.</param>
    /// <returns>As for battery_explain; 0 if the system has no property for the value.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_explain_sources")]
    public static int Sources(BatteryHandle* battery, BatteryField field, byte* buffer, int size) =>
        Guard.Status(((nint)battery, field, (nint)buffer, size), &WriteSources);

    /// <summary>Whether a value was computed by a rule, and is not a number or word that the system reported.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <returns>1 or 0; 0 also for an unknown value. A negative <c>battery_error</c> if it failed.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_is_derived")]
    public static int IsDerived(BatteryHandle* battery, BatteryField field) => Guard.Status(((nint)battery, field), &Derived);

    private static int WriteText((nint Battery, BatteryField Field, nint Buffer, int Size) arguments) =>
        Write(arguments, ExplanationText.Of);

    private static int WriteSources((nint Battery, BatteryField Field, nint Buffer, int Size) arguments) =>
        Write(arguments, static (explanation, _) => ExplanationText.Sources(explanation));

    private static int Write(
        (nint Battery, BatteryField Field, nint Buffer, int Size) arguments, Func<ValueExplanation, BatterySnapshot, string> write)
    {
        if (arguments.Size < 0 || (arguments.Size > 0 && !Argument.IsAddress((void*)arguments.Buffer)))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "an explanation needs the address of a buffer, and its size; or NULL and 0");
        }

        int error = Find(arguments.Battery, arguments.Field, out BatteryDevice? device, out ValueExplanation? explanation);
        return error != 0 ? error : NativeStrings.Write(write(explanation!, device!.Snapshot), new((void*)arguments.Buffer, arguments.Size));
    }

    private static int Derived((nint Battery, BatteryField Field) arguments)
    {
        int error = Find(arguments.Battery, arguments.Field, out _, out ValueExplanation? explanation);
        return error != 0 ? error : explanation!.IsDerived ? 1 : 0;
    }

    private static int Find(nint battery, BatteryField field, out BatteryDevice? device, out ValueExplanation? explanation)
    {
        explanation = null;
        device = Handle.Get<BatteryDevice>(battery, HandleKind.Battery);
        if (device is null)
        {
            return (int)BatteryError.InvalidHandle;
        }

        if (!BatterySnapshot.IsField((int)field))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, Argument.NoMember("battery_field", (int)field));
        }

        explanation = device.Explain(field);
        return explanation is null ? (int)LastError.Set(BatteryError.NotFound, $"the battery {device.Snapshot.Name} was removed; list the batteries again") : 0;
    }
}
