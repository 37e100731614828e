using System.Runtime.InteropServices;

namespace Battery.Benchmarks.Report;

/// <summary>The kind of the machine that measures.</summary>
internal static class Machine
{
    public static string Kind =>
        $"{Environment.ProcessorCount} processors of kind {Processor}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string Processor
    {
        get
        {
            const string Key = "model name";
            string? line = File.Exists("/proc/cpuinfo")
                ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith(Key, StringComparison.Ordinal))
                : null;
            return line?[(line.IndexOf(':', StringComparison.Ordinal) + 2)..] ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
