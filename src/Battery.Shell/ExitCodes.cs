namespace Battery.Shell;

/// <summary>The exit codes the shell gives of itself; all but the last are pwsh's.</summary>
internal static class ExitCodes
{
    /// <summary>The last statement succeeded.</summary>
    internal const int Success = 0;

    /// <summary>The last statement failed, or an error ended the command.</summary>
    internal const int Failure = 1;

    /// <summary>The command line was wrong (EX_USAGE of sysexits.h).</summary>
    internal const int Usage = 64;

    /// <summary>Ctrl+C stopped the command: 128 + SIGINT, what shells report.</summary>
    internal const int Interrupted = 130;
}
