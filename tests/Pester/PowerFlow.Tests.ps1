BeforeAll { . "$PSScriptRoot/Laptops.ps1" }

Describe 'The time to a percentage' {
    BeforeAll {
        $charging = Get-Battery BAT1 -Recording (Get-Laptop thinkpad-t480-one-held)
        $discharging = Get-Battery BAT1 -Recording (Get-Laptop thinkpad-t480-dual)
    }

    It 'is upwards while the battery charges, up to its limit' {
        $charging.TimeTo(50) | Should -Be ([TimeSpan]::FromSeconds(3413))
        $charging.TimeTo(90) | Should -Be $charging.TimeToLimit
        $charging.TimeTo(91) | Should -BeNull
        $charging.TimeTo(10) | Should -BeNull
    }

    It 'is downwards while it discharges' {
        $discharging.TimeTo(20) | Should -Be ([TimeSpan]::FromSeconds(13306))
        $discharging.TimeTo(0) | Should -Be $discharging.TimeToEmpty
        $discharging.TimeTo(90) | Should -BeNull
    }

    It 'is null for a battery that is held' {
        (Get-Battery BAT0 -Recording (Get-Laptop thinkpad-t480-one-held)).TimeTo(100) | Should -BeNull
    }

    It 'is the same for a battery that came through serialization' {
        $text = [System.Management.Automation.PSSerializer]::Serialize($charging)
        [Battery.BatteryInfo]$copy = [System.Management.Automation.PSSerializer]::Deserialize($text)
        $copy.TimeTo(50) | Should -Be $charging.TimeTo(50)
    }

    It 'refuses <_>' -ForEach -1, 100.5, ([double]::NaN) {
        { $charging.TimeTo($_) } | Should -Throw '*from 0 to 100*'
    }
}

Describe 'The power flow' {
    It 'can be filtered by name' {
        Get-Battery -Recording (Get-Laptop thinkpad-t480-one-held) | Where-Object PowerFlow -EQ Held | ForEach-Object Name | Should -Be 'BAT0'
    }

    It 'is in the property sets Power and ChargeControl' {
        $battery = Get-Battery BAT0 -Recording (Get-Laptop thinkpad-t480-one-held)
        ($battery | Select-Object Power).PowerFlow | Should -Be Held
        ($battery | Select-Object ChargeControl).ChargeLimit | Should -Be 90
    }

    It 'has the charge types as a set' {
        $types = (Get-Battery -Recording (Get-Laptop ideapad-long-life)).AvailableChargeTypes
        $types | Should -BeOfType Battery.ChargeTypes
        $types.HasFlag([Battery.ChargeTypes]::LongLife) | Should -BeTrue
        $types.HasFlag([Battery.ChargeTypes]::Custom) | Should -BeFalse
    }
}
