using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Metrics;
using Battery.Ffi.Types;
using Battery.Metrics;

namespace Battery.Ffi.Exports;

/// <summary>Batteries in the formats of other programs. A value that is not known is left out.</summary>
[Section(64, "Formats")]
[Since("0.2.0")]
public static unsafe class FormatExports
{
    /// <summary>
    /// Writes the last reading of a battery. Documents of several batteries for Prometheus cannot be put together: use
    /// <c>battery_manager_format</c>.
    /// </summary>
    /// <param name="battery">The battery.</param>
    /// <param name="format">The format.</param>
    /// <param name="buffer">The buffer that is written; NULL with a size of 0 returns the length alone.</param>
    /// <param name="size">The buffer's size in bytes; what does not fit is truncated, and terminated by a NUL too.</param>
    /// <returns>
    /// The length of the whole text without the NUL, as <c>snprintf</c> does: it was truncated if it is not less than <c>size</c>.
    /// A negative <c>battery_error</c> if it failed.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_format")]
    public static int Format([Const] BatteryHandle* battery, MetricFormat format, byte* buffer, int size) =>
        Guard.Status(((nint)battery, format, (nint)buffer, size), &WriteBattery);

    /// <summary>
    /// Reads the batteries, in natural order of their names, and writes them as one document: for Prometheus with the adapters; in JSON
    /// a line for each battery.
    /// </summary>
    /// <param name="manager">The manager.</param>
    /// <param name="format">The format.</param>
    /// <returns>A string, which <c>battery_str_free</c> frees, empty without a battery; NULL on failure.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_format")]
    public static byte* FormatAll(ManagerHandle* manager, MetricFormat format) =>
        (byte*)Guard.Run(((nint)manager, format), (nint)0, &WriteAll);

    private static int WriteBattery((nint Battery, MetricFormat Format, nint Buffer, int Size) arguments)
    {
        if (!IsFormat(arguments.Format))
        {
            return (int)BatteryError.InvalidArgument;
        }

        if (arguments.Size < 0 || (arguments.Size > 0 && !Argument.IsAddress((void*)arguments.Buffer)))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "battery_format needs the address of a buffer, and its size; or NULL and 0");
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        MetricRecord record = MetricReader.Record(device);
        string text = arguments.Format == MetricFormat.Json ? JsonFormat.Write(record) : PrometheusFormat.Write([record], []);
        return NativeStrings.Write(text, new((void*)arguments.Buffer, arguments.Size));
    }

    private static nint WriteAll((nint Manager, MetricFormat Format) arguments)
    {
        if (!IsFormat(arguments.Format) || Handle.Get<ManagerState>(arguments.Manager, HandleKind.Manager) is not { } state)
        {
            return 0;
        }

        HeapLimit.Check();
        MachineReading reading = state.Read();
        List<MetricRecord> records = reading.Batteries.ConvertAll(MetricReader.Record);
        return (nint)NativeStrings.Allocate(arguments.Format == MetricFormat.Json
            ? string.Concat(records.ConvertAll(static record => JsonFormat.Write(record) + "\n"))
            : PrometheusFormat.Write(records, MetricReader.Adapters(reading)));
    }

    private static bool IsFormat(MetricFormat format)
    {
        if (format is MetricFormat.Json or MetricFormat.Prometheus)
        {
            return true;
        }

        LastError.Set(BatteryError.InvalidArgument, Argument.NoMember("battery_metric_format", (int)format));
        return false;
    }
}
