#!/usr/bin/env pwsh
# Reads the health of the batteries of many computers over SSH and writes health.csv, one row for each battery, and unreachable.txt,
# one line for each computer that could not be read. Exit code 1 if a battery should be replaced, 2 if there is no report.
param(
    # The names of the computers, one a line.
    [Parameter(Mandatory, ParameterSetName = 'Host')]
    [string] $HostFile,

    # Or open sessions.
    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [System.Management.Automation.Runspaces.PSSession[]] $Session,

    # The folder of the report.
    [string] $Path = '.'
)

$ErrorActionPreference = 'Stop'
trap { "There is no report: $_"; exit 2 }
$computers = if ($HostFile) { @{ HostName = @(Get-Content -LiteralPath $HostFile | Where-Object { $_.Trim() }) } } else { @{ Session = $Session } }
$health = @(Invoke-Command @computers -ErrorVariable failures -ErrorAction SilentlyContinue -ScriptBlock {
        Get-BatteryHealth -ErrorAction Stop
    })

$null = New-Item -ItemType Directory -Path $Path -Force
$health | Sort-Object { "$($_.Verdict)" -notin 'Faulty', 'Worn' }, PSComputerName, Name |
    Select-Object @{ n = 'Computer'; e = { $_.PSComputerName } }, Name, @{ n = 'Verdict'; e = { "$($_.Verdict)" } },
    StateOfHealth, CycleCount, @{ n = 'Condition'; e = { "$($_.Condition)" } }, Vendor, Model, Reasons, Timestamp |
    Export-Csv -LiteralPath (Join-Path $Path health.csv)
$failures | ForEach-Object { "$($_.OriginInfo.PSComputerName ?? $_.TargetObject): $($_.Exception.Message)" } |
    Set-Content -LiteralPath (Join-Path $Path unreachable.txt)

$bad = @($health | Where-Object { "$($_.Verdict)" -in 'Worn', 'Faulty' })
"Batteries: $($health.Count), to replace: $($bad.Count). Computers not read: $(@($failures).Count)."
exit $(if ($bad) { 1 } else { 0 })
