BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"

    # The total of a laptop with these batteries.
    function Get-Total([string[][]] $Battery) {
        $tree = New-Tree
        foreach ($i in 0..($Battery.Count - 1)) { Set-Supply $tree "BAT$i" @($Battery[$i]) }
        Get-Battery -Total -Recording $tree
    }

    $half = 'ENERGY_NOW=10000000', 'ENERGY_FULL=20000000', 'ENERGY_FULL_DESIGN=25000000'
    $full = 'ENERGY_NOW=20000000', 'ENERGY_FULL=20000000', 'ENERGY_FULL_DESIGN=25000000'
}

Describe 'Get-Battery -Total' {
    It 'adds energies up and makes ratios of the sums' {
        $total = Get-Total (@('STATUS=Discharging', 'POWER_NOW=5000000') + $half), (@('STATUS=Discharging', 'POWER_NOW=5000000') + $full)
        $total.Name | Should -Be 'BAT0+BAT1'
        $total.Count | Should -Be 2
        $total.Energy, $total.EnergyFull, $total.EnergyFullDesign, $total.EnergyRate | Should -Be 30, 40, 50, 10
        $total.Percentage, $total.StateOfHealth | Should -Be 75, 80
        $total.TimeToEmpty | Should -Be ([TimeSpan]'3:00')
        $total.TimeToFull | Should -BeNull
    }

    It 'is <together> of <first> and <second>' -ForEach @(
        @{ first = 'Discharging'; second = 'Unknown'; together = 'Discharging' }
        @{ first = 'Charging'; second = 'Full'; together = 'Charging' }
        @{ first = 'Full'; second = 'Full'; together = 'Full' }
        @{ first = 'Full'; second = 'Not charging'; together = 'NotCharging' }
        @{ first = 'Unknown'; second = 'Full'; together = 'Unknown' }
        @{ first = 'Empty'; second = 'Empty'; together = 'Empty' }
    ) {
        (Get-Total @("STATUS=$first"), @("STATUS=$second")).State | Should -Be $together
    }

    It 'is <state> where one charges at <charging> µW and the other discharges at <discharging> µW' -ForEach @(
        @{ charging = 9000000; discharging = 4000000; state = 'Charging'; rate = 5 }
        @{ charging = 4000000; discharging = 9000000; state = 'Discharging'; rate = 5 }
        @{ charging = 4000000; discharging = 4000000; state = 'Unknown'; rate = 0 }
    ) {
        $total = Get-Total (@('STATUS=Charging', "POWER_NOW=$charging") + $half), (@('STATUS=Discharging', "POWER_NOW=$discharging") + $half)
        $total.State | Should -Be $state
        $total.EnergyRate | Should -Be $rate
        $null -ne $total.TimeToFull | Should -Be ($state -eq 'Charging')
        $null -ne $total.TimeToEmpty | Should -Be ($state -eq 'Discharging')
    }

    It 'does not know what one battery does not report' {
        $total = Get-Total (@('STATUS=Discharging', 'POWER_NOW=5000000') + $half), @('STATUS=Discharging', 'CAPACITY=50')
        foreach ($name in 'Energy', 'EnergyFull', 'EnergyRate', 'Percentage', 'StateOfHealth', 'TimeToEmpty') { $total.$name | Should -BeNull -Because $name }
    }

    It 'does not take the unknown rate of an idle battery for 0' {
        (Get-Total (@('STATUS=Discharging', 'POWER_NOW=5000000') + $half), (@('STATUS=Full') + $half)).EnergyRate | Should -BeNull
    }

    It 'counts a battery that loses charge while it charges as one that discharges' {
        $total = Get-Total (@('STATUS=Charging', 'POWER_NOW=5000000', 'CURRENT_NOW=-400000') + $half),
            (@('STATUS=Charging', 'POWER_NOW=4000000', 'CURRENT_NOW=300000') + $half)
        $total.EnergyRate | Should -Be 1
        $total.TimeToFull | Should -BeNull
    }

    It 'does not know a time beyond ten days' {
        (Get-Total (@('STATUS=Discharging', 'POWER_NOW=1000') + $half), (@('STATUS=Discharging', 'POWER_NOW=1000') + $half)).TimeToEmpty | Should -BeNull
    }

    It 'is <flow> with external power <online>, <first> and <second>' -ForEach @(
        @{ flow = 'Charging'; online = 1; first = 'STATUS=Charging', 'POWER_NOW=9000000'; second = 'STATUS=Discharging', 'POWER_NOW=4000000'; power = 5 }
        @{ flow = 'DischargingOnExternalPower'; online = 1; first = 'STATUS=Charging', 'POWER_NOW=4000000'; second = 'STATUS=Discharging',
            'POWER_NOW=9000000'; power = -5 }
        @{ flow = 'Discharging'; online = 0; first = 'STATUS=Not charging', 'POWER_NOW=0'; second = 'STATUS=Discharging', 'POWER_NOW=9000000'; power = -9 }
        @{ flow = 'Charging'; online = 1; first = 'STATUS=Not charging', 'POWER_NOW=0', 'CHARGE_CONTROL_END_THRESHOLD=50'; second = 'STATUS=Charging',
            'POWER_NOW=9000000'; power = 9 }
        @{ flow = 'Held'; online = 1; first = 'STATUS=Not charging', 'POWER_NOW=0', 'CHARGE_CONTROL_END_THRESHOLD=50'; second = 'STATUS=Not charging',
            'POWER_NOW=0'; power = 0 }
        @{ flow = 'Inhibited'; online = 1; first = 'STATUS=Not charging', 'POWER_NOW=0', 'CHARGE_BEHAVIOUR=inhibit-charge'; second = 'STATUS=Full',
            'POWER_NOW=0'; power = 0 }
        @{ flow = 'Full'; online = 1; first = 'STATUS=Full', 'POWER_NOW=0'; second = 'STATUS=Full', 'POWER_NOW=0'; power = 0 }
        @{ flow = 'Idle'; online = 1; first = 'STATUS=Full', 'POWER_NOW=0'; second = 'STATUS=Not charging', 'POWER_NOW=0'; power = 0 }
        @{ flow = 'Charging'; online = 1; first = 'STATUS=Charging', 'POWER_NOW=0'; second = 'STATUS=Full', 'POWER_NOW=0'; power = $null }
        @{ flow = 'Unknown'; online = 1; first = 'STATUS=Unknown'; second = 'STATUS=Not charging', 'POWER_NOW=0'; power = $null }
    ) {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains "ONLINE=$online"
        Set-Supply $tree BAT0 (@($first) + $half)
        Set-Supply $tree BAT1 (@($second) + $half)
        $total = Get-Battery -Total -Recording $tree
        $total.PowerFlow | Should -Be $flow
        $total.SignedPower | Should -Be $power
    }

    It 'has the time until all are at their limits, and none until they are full' {
        $total = Get-Total (@('STATUS=Not charging', 'POWER_NOW=0', 'CHARGE_CONTROL_END_THRESHOLD=50') + $half),
            (@('STATUS=Charging', 'POWER_NOW=8000000', 'CHARGE_CONTROL_END_THRESHOLD=90') + $half)
        $total.ChargeLimit | Should -Be 70
        $total.TimeToLimit | Should -Be ([TimeSpan]'1:00')
        $total.TimeToFull | Should -BeNull
        $charging = @('STATUS=Charging', 'POWER_NOW=5000000') + $half
        (Get-Total $charging, $charging).TimeToFull | Should -Be ([TimeSpan]'2:00')
        (Get-Total $charging, $charging).TimeToLimit | Should -BeNull
        (Get-Total ($charging + 'CHARGE_TYPES=Long Life'), $charging).TimeToFull | Should -BeNull
        (Get-Total ($charging + 'CHARGE_TYPES=Long Life'), ($charging + 'CHARGE_CONTROL_END_THRESHOLD=90')).TimeToLimit | Should -BeNull
    }

    It 'leaves peripherals out' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50
        Set-Supply $tree mouse SCOPE=Device CAPACITY=7
        (Get-Battery -Total -Recording $tree).Percentage | Should -Be 50
    }

    It 'has the values of the only battery, on <_>' -ForEach 'weak-charger', 'gta04-capacity-1536', 'raspberry-pi-ups-hat',
        'bq40z50-no-charge-now', 'android-pixel', 'dell-xps-15-no-power-now', 'capacity-above-100' {
        $battery = Get-Battery -Recording (Get-Laptop $_)
        $total = Get-Battery -Total -Recording (Get-Laptop $_)
        foreach ($property in $total.PSObject.Properties | Where-Object Name -NotIn 'Count', 'Timestamp') {
            $property.Value | Should -Be $battery.$($property.Name) -Because $property.Name
        }
    }

    It 'emits nothing for a machine without a battery' {
        Get-Battery -Total -Recording (Get-Laptop desktop) | Should -BeNullOrEmpty
    }
}
