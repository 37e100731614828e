# A segment for the prompt: the charge of all batteries as one, what is going on, and the time. Load it in the profile:
#     . ./prompt.ps1
# The manager stays open between prompts, so that the time is estimated from all readings so far.

$BatteryPromptManager = Get-BatteryManager

function Get-BatterySegment {
    param([Battery.BatteryManager] $Manager = $BatteryPromptManager)

    $battery = Get-Battery -Manager $Manager -Total -ErrorAction Ignore
    if ($null -eq $battery -or $null -eq $battery.Percentage) { return '' }
    $sign = switch ("$($battery.PowerFlow)") {
        'Charging' { '+' }
        'Discharging' { '-' }
        'DischargingOnExternalPower' { '!' }
        default { '=' }
    }
    $time = $battery.TimeLeft ?? $battery.TimeToEmpty ?? $battery.TimeToLimit ?? $battery.TimeToFull
    $text = '{0:0} %{1}' -f $battery.Percentage, $sign
    if ($null -eq $time) { $text } else { '{0}{1}:{2:00}' -f $text, [Math]::Floor($time.TotalHours), $time.Minutes }
}

function prompt {
    $segment = Get-BatterySegment
    if ($segment) { $segment += ' ' }
    "${segment}PS $($executionContext.SessionState.Path.CurrentLocation)> "
}
