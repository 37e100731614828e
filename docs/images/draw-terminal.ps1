<#
.SYNOPSIS
Draws docs/images/terminal.svg, the picture in the README, from what the module prints.

.DESCRIPTION
Each command runs on the recorded laptop of a test fixture, at a width of 80 columns and with colors, and its output is drawn
cell by cell. A Pester test compares the picture with the output of the module. After a change of a view, renew it:

    dotnet run --project src/Battery.Shell -- -File docs/images/draw-terminal.ps1
#>
[CmdletBinding()]
param(
    # The file to write.
    [string] $Path = "$PSScriptRoot/terminal.svg"
)

$ErrorActionPreference = 'Stop'
$commands = 'Get-Battery', 'Get-Battery -Total', '(Get-Battery BAT1).TimeToEmpty.TotalMinutes'
$columns = 80
$cellWidth = 8.4
$lineHeight = 18
$colors = @{ 31 = '#ff7b72'; 32 = '#7ee787'; 33 = '#f2cc60'; 90 = '#8b949e' }

Import-Module "$PSScriptRoot/../../artifacts/module/Battery"
$PSDefaultParameterValues = @{ 'Get-Battery:Recording' = "$PSScriptRoot/../../tests/fixtures/linux/thinkpad-t480-dual/sys" }
$rendering = $PSStyle.OutputRendering
$culture = [cultureinfo]::CurrentCulture
try {
    $PSStyle.OutputRendering = 'Ansi'
    [cultureinfo]::CurrentCulture = 'en-US'
    $lines = foreach ($command in $commands) {
        "PS> $command"
        (& ([scriptblock]::Create($command)) | Out-String -Width $columns).TrimEnd() -split '\r?\n'
        ''
    }
}
finally {
    $PSStyle.OutputRendering = $rendering
    [cultureinfo]::CurrentCulture = $culture
}
$lines = $lines | Select-Object -SkipLast 1

# One line as text elements: a run of one style each, at its column and with a fixed length, so that no font moves the columns.
function ConvertTo-Svg([string] $Line, [int] $Row) {
    $column = 0
    $style = ''
    foreach ($part in [regex]::Split($Line, '(\e\[[0-9;]*m)')) {
        if ($part -match '^\e\[([0-9;]*)m$') {
            $codes = [int[]] ($Matches[1] -split ';' -ne '')
            $style = -join @(
                if (1 -in $codes) { ' font-weight="bold"' }
                if (3 -in $codes) { ' font-style="italic"' }
                $codes | Where-Object { $colors[$_] } | ForEach-Object { " fill=`"$($colors[$_])`"" }
            )
            continue
        }

        foreach ($run in [regex]::Matches($part, '\S+( \S+)*')) {
            $x = 16 + ($column + $run.Index) * $cellWidth
            $text = [System.Security.SecurityElement]::Escape($run.Value)
            '  <text x="{0:0.0}" y="{1}" textLength="{2:0.0}"{3}>{4}</text>' -f $x, (28 + $Row * $lineHeight), ($run.Length * $cellWidth), $style, $text
        }
        $column += $part.Length
    }
}

$width = 32 + $columns * $cellWidth
$height = 24 + $lines.Count * $lineHeight
$svg = @(
    "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$width`" height=`"$height`" viewBox=`"0 0 $width $height`""
    "     font-family=`"Menlo, Consolas, 'DejaVu Sans Mono', monospace`" font-size=`"14`" fill=`"#e6edf3`">"
    '  <!-- Written by draw-terminal.ps1. -->'
    "  <rect width=`"$width`" height=`"$height`" rx=`"8`" fill=`"#0d1117`" />"
    for ($row = 0; $row -lt $lines.Count; $row++) { ConvertTo-Svg $lines[$row] $row }
    '</svg>'
)
[IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path), ($svg -join "`n") + "`n")
