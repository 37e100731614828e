# The cmdlets on the laptop: the present state, and changes during a watch.

. /laptop_functions.ps1

function Text($battery) {
    "$($battery.Name) $($battery.State) $($battery.Percentage) %, $($battery.Energy) Wh, $($battery.EnergyRate) W, " +
    "left $($battery.TimeToEmpty), serial $($battery.SerialNumber)"
}

Get-Battery # the view, for who reads the log
Saw 'Get-Battery' ((Get-Battery | ForEach-Object { Text $_ }) -join '; ')

$manager = Get-BatteryManager
Saw 'Get-BatteryManager' "events $($manager.HasEvents), power $($manager.ExternalPower), batteries $($manager.BatteryCount)"
$manager.Dispose()

# Each sample leads to the next event. A removed battery gives no sample, but a report: then it is added again, unchanged, so
# that the sample is for the addition only.
# External power is connected, so that BAT1's power flow stays the same.
Press AC_IN
[Threading.Thread]::Sleep(1100)
$wasOut = $false
$samples = Watch-Battery -ChangedOnly -Interval 0 -Until Full -Timeout 600 6>&1 | ForEach-Object {
    if ($_ -is [System.Management.Automation.InformationRecord]) {
        Press BAT0_IN
        return
    }
    "$($_.Name) $($_.State)"
    switch ("$($_.Name) $($_.State)") {
        'BAT1 Discharging' { Press BAT0_CHARGING }
        'BAT0 Charging' {
            if ($wasOut) {
                [Threading.Thread]::Sleep(1100) # The kernel's driver asks a battery at most once a second.
                Press BAT0_FULL
            } else {
                $wasOut = $true
                Press BAT0_OUT
            }
        }
    }
}
Press AC_OUT
Saw 'Watch-Battery through an event, a removal and a return' ($samples -join ', ')

Press BAT0_OUT
while ([IO.Directory]::Exists('/sys/class/power_supply/BAT0')) { [Threading.Thread]::Sleep(100) }
$failure = try { Get-Battery BAT0 -ErrorAction Stop; 'none' } catch { $_.CategoryInfo.Category }
Saw 'Get-Battery when BAT0 is out' "there is $((Get-Battery).Name); BAT0: $failure"
