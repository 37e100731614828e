using System.Reflection;
using System.Text;
using Xunit.v3;

[assembly: Battery.Tests.RunningTests]

namespace Battery.Tests;

/// <summary>
/// Writes which tests begin ('+ name') and end ('- name') to a file in the folder that BATTERY_RUNNING_TESTS names, a file for each
/// test program. Where a program crashes, nothing else says which test it was in: that test has no result.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class RunningTestsAttribute : BeforeAfterTestAttribute
{
    private static readonly FileStream? s_file = Open();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Write('+', test);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Write('-', test);

    private static FileStream? Open() => Environment.GetEnvironmentVariable("BATTERY_RUNNING_TESTS") is { Length: > 0 } folder
        ? new(
            Path.Combine(folder, $"{typeof(RunningTestsAttribute).Assembly.GetName().Name}.{Environment.ProcessId}"),
            FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)
        : null;

    private static void Write(char sign, IXunitTest test)
    {
        if (s_file is not null)
        {
            lock (s_file)
            {
                s_file.Write(Encoding.UTF8.GetBytes($"{sign} {test.TestDisplayName.ReplaceLineEndings(" ")}\n"));
            }
        }
    }
}
