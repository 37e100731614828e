using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Totals;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// All batteries as one, for prompts and status bars: one call, one reading, and no handle to free except the manager.
/// </summary>
[Section(63, "All batteries as one")]
[Since("0.2.0")]
public static unsafe class SummaryExports
{
    // More batteries than any machine has: a larger number was passed by mistake.
    private const int MaxCount = 4096;
    private const int MaxInfoSize = 4096;

    /// <summary>Reads all batteries and UPSes that power the machine, and adds them up. Batteries of peripherals are left out.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="summary">The struct that is written. Without a battery its <c>count</c> is 0, which is not a failure.</param>
    /// <param name="size">
    /// <c>sizeof(battery_summary)</c>. A program compiled against an older, shorter struct gets the members it knows; members
    /// that the library does not know are set to 0.
    /// </param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_get_summary")]
    public static int Get(ManagerHandle* manager, Summary* summary, nuint size) =>
        Guard.Status(((nint)manager, (nint)summary, size), &Read);

    /// <summary>Adds up batteries that were read before. Their estimates are not part of it.</summary>
    /// <param name="batteries">An array of the values of batteries.</param>
    /// <param name="count">How many.</param>
    /// <param name="infoSize"><c>sizeof(battery_info)</c>.</param>
    /// <param name="summary">The struct that is written.</param>
    /// <param name="size"><c>sizeof(battery_summary)</c>.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_info_summarize")]
    public static int Summarize([Const] BatteryInfo* batteries, nuint count, nuint infoSize, Summary* summary, nuint size) =>
        Guard.Status(((nint)batteries, count, infoSize, (nint)summary, size), &AddUp);

    private static int Read((nint Manager, nint Target, nuint Size) arguments)
    {
        HeapLimit.Check();
        return StructCopy.Copy<ManagerState, Summary>(arguments, HandleKind.Manager, "summary", static manager =>
        {
            MachineReading reading = manager.Read();
            var batteries = new List<TotalPart>();
            foreach (BatteryDevice device in reading.Batteries)
            {
                if (device.Snapshot.Scope == BatteryScope.System)
                {
                    batteries.Add(Summary.Part(BatteryInfo.From(device.Snapshot)));
                }
            }

            return Summary.Of([.. batteries], reading.ExternalPower, Estimate.Of(manager.Estimates));
        });
    }

    private static int AddUp((nint Batteries, nuint Count, nuint InfoSize, nint Target, nuint Size) arguments)
    {
        byte* infos = (byte*)arguments.Batteries;
        bool isValid = arguments.Count == 0 || (Argument.IsAddress(infos) && arguments.Count <= MaxCount);
        if (!isValid || arguments.InfoSize < (nuint)sizeof(BatteryInfo) || arguments.InfoSize > MaxInfoSize)
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "battery_info_summarize needs an array of battery_info, and sizeof(battery_info)");
        }

        if (!StructCopy.IsTarget(arguments.Target, arguments.Size, "summary"))
        {
            return (int)BatteryError.InvalidArgument;
        }

        // A program that was compiled against a later header has longer elements.
        var batteries = new TotalPart[(int)arguments.Count];
        for (int i = 0; i < batteries.Length; i++)
        {
            batteries[i] = Summary.Part(*(BatteryInfo*)(infos + ((nuint)i * arguments.InfoSize)));
        }

        StructCopy.Copy(Summary.Of(batteries, ExternalPower.Unknown, Estimate.None), arguments.Target, arguments.Size);
        return 0;
    }
}
