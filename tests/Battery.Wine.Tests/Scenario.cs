namespace Battery.Wine.Tests;

/// <summary>What tests/wine/scenarios.c or module.ps1 printed of one scenario.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Outcome">'ok', 'skipped: …', or what was wrong.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record Scenario(string Name, string Outcome, string Milliseconds);
