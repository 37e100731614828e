# The module in PowerShell on Windows, with what scenarios.c has beside it: a line for each scenario, with tabs between
# its name, 'ok' or what was wrong, and milliseconds. Only commands of the engine itself: Battery.ScriptHost has no others.
$bays = 'HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\fakebat\Parameters'

function Set-Response([int] $Bay, [string] $Name, [uint32[]] $Numbers) {
    $bytes = [byte[]]@($Numbers | ForEach-Object { [BitConverter]::GetBytes($_) })
    [Microsoft.Win32.Registry]::SetValue("$bays\$Bay", $Name, $bytes, 'Binary')
}

function Set-Tag([int] $Bay, [int] $Tag) {
    [Microsoft.Win32.Registry]::SetValue("$bays\$Bay", 'Tag', $Tag, 'DWord')
}

function Set-Status([int] $Bay, [uint32] $State, [uint32] $Capacity, [int] $Rate) {
    Set-Response $Bay Status $State, $Capacity, 11800, ([BitConverter]::ToUInt32([BitConverter]::GetBytes($Rate), 0))
}

function Set-Battery([int] $Bay, [int] $Tag) {
    Set-Response $Bay Info 0x80000000L, 1, 0x4E4F494C, 50000, 45000, 0, 0, 0, 123
    Set-Status $Bay 2 30000 -12000
    Set-Tag $Bay $Tag
}

function Assert-Equal($Expected, $Actual, [string] $What) {
    if ($Expected -ne $Actual) { throw "$What is '$Actual' and not '$Expected'" }
}

$scenarios = [ordered]@{
    'Get-BatteryManager' = {
        $manager = Get-BatteryManager
        Assert-Equal 'win-x64' $manager.RuntimeIdentifier RuntimeIdentifier
        Assert-Equal 'batclass' $manager.Backend Backend
        Assert-Equal $true $manager.HasEvents HasEvents
        $manager.Dispose()
    }
    'Get-Battery' = {
        Set-Battery 0 7
        Set-Battery 2 8
        $batteries = @(Get-Battery)
        Assert-Equal 'BAT0 BAT2' ($batteries.Name -join ' ') Names
        Assert-Equal 'Discharging' $batteries[0].State State
        Assert-Equal 30 $batteries[0].Energy Energy
        Assert-Equal 12 $batteries[0].EnergyRate EnergyRate
        Assert-Equal 90 $batteries[0].StateOfHealth StateOfHealth
        Assert-Equal 'LithiumIon' $batteries[0].Technology Technology
        Assert-Equal $null $batteries[0].Temperature Temperature
        Assert-Equal 60 (Get-Battery -Total).Energy 'Energy of all'
    }
    'Set-BatteryChargeLimit' = {
        Set-Battery 0 7
        [Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\HARDWARE\DESCRIPTION\System\BIOS', 'SystemManufacturer', 'LENOVO')
        $problem = try { Set-BatteryChargeLimit -End 80 -ErrorAction Stop } catch { $_ }
        Assert-Equal 'ChargeLimitNotSupported' ($problem.FullyQualifiedErrorId -replace ',.*') Error
        if ("$problem" -notlike '*Windows has no interface for charge limits; use Lenovo Vantage') { throw "the message is '$problem'" }
    }
    'Watch-Battery' = {
        Set-Battery 0 7
        $states = Watch-Battery -ChangedOnly -Count 2 -Timeout 300 | ForEach-Object {
            $_.State
            Set-Status 0 5 30000 20000
        }
        Assert-Equal 'Discharging Charging' ($states -join ' ') States
    }
}
foreach ($name in $scenarios.Keys) {
    0..4 | ForEach-Object { Set-Tag $_ 0 }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $outcome = try { & $scenarios[$name] | Out-Null; 'ok' } catch { "$_" }
    "$name`t$outcome`t$($clock.ElapsedMilliseconds)"
}
0..4 | ForEach-Object { Set-Tag $_ 0 }
