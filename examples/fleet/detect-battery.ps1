#!/usr/bin/env pwsh
# A detection script for Intune (Remediations) and Fleet: exit code 1 if a battery of this computer should be replaced, else 0. The
# output is one line, which Intune shows for each device. A battery whose health is not known, and a computer without one, pass.
# Parameters have no type of the module: Intune starts Windows PowerShell, which cannot load it and hands the script to PowerShell 7.
param(
    [double] $MinimumHealth = 80,
    [int] $MaximumCycleCount = 1000
)

if ($PSVersionTable.PSVersion.Major -lt 7) {
    $pwsh = "$env:ProgramFiles\PowerShell\7\pwsh.exe"
    if (-not (Test-Path -LiteralPath $pwsh)) {
        "The batteries cannot be read: $pwsh is missing. Install PowerShell 7, and the module for all users."
        exit 2
    }

    & $pwsh -NoProfile -NonInteractive -File $PSCommandPath @PSBoundParameters
    exit $LASTEXITCODE
}

try {
    $health = @(Get-BatteryHealth -MinimumHealth $MinimumHealth -MaximumCycleCount $MaximumCycleCount -ErrorAction Stop)
}
catch {
    # Intune shows exit codes other than 0 and 1 as failed, not as detected.
    "The batteries cannot be read: $($_.Exception.Message -replace '\s+', ' ')"
    exit 2
}

$bad = @($health | Where-Object Verdict -In 'Worn', 'Faulty')
$shown = if ($bad) { $bad } else { $health }
$line = ($shown | ForEach-Object { "$($_.Name): $($_.Verdict). $($_.Reasons)" }) -join ' | '

# Intune keeps 2048 characters.
if ($line.Length -gt 2000) { $line = $line.Substring(0, 2000) }
if ($line) { $line } else { 'No battery.' }
exit $(if ($bad) { 1 } else { 0 })
