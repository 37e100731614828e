BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'The estimate of the time that is left' {
    It 'is unknown after a single reading, which shows the momentary time' {
        $battery = Get-Battery BAT1 -Recording $laptop
        foreach ($name in 'AverageRate', 'TimeLeft', 'TimeLeftLow', 'TimeLeftHigh') {
            $battery.PSObject.Properties.Name | Should -Contain $name
            $battery.$name | Should -BeNull -Because $name
        }
        $battery | Format-Table | Out-String -Width 80 | Should -Match '5h 12m'
    }

    It 'is what the table shows where it is known' {
        $bag = [pscustomobject]@{ Name = 'BAT1'; State = 'Discharging'; Percentage = 68.0; TimeToEmpty = [TimeSpan]'05:12:20'; TimeLeft = [TimeSpan]'03:05:00' }
        $bag.PSTypeNames.Insert(0, 'Deserialized.Battery.BatteryInfo')
        $bag | Format-Table | Out-String -Width 80 | Should -Match 'BAT1 +68% +Discharging +3h 05m'
    }

    It 'of all batteries is unknown after a single reading, through a manager too' {
        $manager = Get-BatteryManager -Recording $laptop
        try { $totals = (Get-Battery -Total -Manager $manager), (Get-Battery -Total -Recording $laptop) } finally { $manager.Dispose() }
        foreach ($total in $totals) {
            $total.Count | Should -Be 2
            foreach ($name in 'AverageRate', 'TimeLeft', 'TimeLeftLow', 'TimeLeftHigh') {
                $total.PSObject.Properties.Name | Should -Contain $name
                $total.$name | Should -BeNull -Because $name
            }
        }
    }

    It 'of all batteries is what the table of the total shows where it is known' {
        $bag = [pscustomobject]@{
            Name = 'BAT0+BAT1'; State = 'Discharging'; Percentage = 68.0; TimeToEmpty = [TimeSpan]'05:12:20'; TimeLeft = [TimeSpan]'03:05:00'
        }
        $bag.PSTypeNames.Insert(0, 'Deserialized.Battery.BatteryTotal')
        $bag | Format-Table | Out-String -Width 80 | Should -Match 'Discharging +3h 05m'
    }
}
