namespace Battery.Tests.Shared;

/// <summary>The output and the exit code of a program.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error);
