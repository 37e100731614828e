using System.Diagnostics;
using System.Management.Automation;

namespace Battery.PowerShell.History;

/// <summary>A progress bar that appears after one second.</summary>
internal sealed class ProgressReport(Cmdlet command, string activity)
{
    private const int Id = 0x1B;
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = s_delay;
    private bool _isShown;

    /// <summary>Shows the progress.</summary>
    /// <param name="status">What is read at present.</param>
    /// <param name="share">The part that is done, 0 to 1.</param>
    public void Update(string status, double share)
    {
        if (_clock.Elapsed < _next)
        {
            return;
        }

        _next = _clock.Elapsed + s_interval;
        _isShown = true;
        command.WriteProgress(new(Id, activity, status) { PercentComplete = (int)(100 * share) });
    }

    /// <summary>Removes the bar.</summary>
    public void End()
    {
        if (_isShown)
        {
            command.WriteProgress(new(Id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
