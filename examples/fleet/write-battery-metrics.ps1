#!/usr/bin/env pwsh
# Writes the batteries of this computer for the textfile collector of Prometheus' node_exporter. The file is renamed into its place,
# so that no half of it is read. If the batteries cannot be read it is removed, so that no old values are shown.
param(
    [string] $Path = '/var/lib/prometheus/node-exporter/battery.prom'
)

$ErrorActionPreference = 'Stop'

# In the same folder: a rename does not cross file systems. The collector reads names that end in .prom.
$new = "$Path.new"
try {
    $manager = Get-BatteryManager
    $metrics = @(Get-Battery -Manager $manager) + @(Get-Battery -Manager $manager -Total) + @($manager.Adapters) |
        ConvertTo-BatteryMetric Prometheus
    Set-Content -LiteralPath $new -Value $metrics
    Move-Item -LiteralPath $new -Destination $Path -Force
}
catch {
    Remove-Item -LiteralPath $Path, $new -Force -ErrorAction Ignore
    throw
}
