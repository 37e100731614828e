namespace Battery.Wine.Tests;

/// <summary>The result of a scenario of tests/wine/scenarios.c or module.ps1.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">'ok', 'skipped: …', or the failure.</param>
/// <param name="Milliseconds">Its duration.</param>
public sealed record Scenario(string Name, string Outcome, string Milliseconds);
