BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual

    # Two batteries with 50 and 80 %, and an adapter that is not connected.
    function New-Laptop([int] $Online = 0) {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=$Online
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50 ENERGY_FULL=40000000 ENERGY_FULL_DESIGN=50000000
        Set-Supply $tree BAT1 STATUS=Discharging CAPACITY=80 ENERGY_FULL=30000000 ENERGY_FULL_DESIGN=50000000
        $tree
    }
}

Describe 'Test-Battery' {
    It 'is <answer> for <condition>' -ForEach @(
        @{ condition = '-Below 81'; answer = $true }
        @{ condition = '-Below 80'; answer = $false }
        @{ condition = '-Above 49'; answer = $true }
        @{ condition = '-Above 50'; answer = $false }
        @{ condition = 'BAT0 -Below 80'; answer = $true }
        @{ condition = '-State Discharging'; answer = $true }
        @{ condition = '-State Full, Discharging'; answer = $true }
        @{ condition = '-State Charging'; answer = $false }
        @{ condition = '-PowerFlow Discharging'; answer = $true }
        @{ condition = '-PowerFlow DischargingOnExternalPower'; answer = $false }
        @{ condition = '-MinimumHealth 60'; answer = $true }
        @{ condition = '-MinimumHealth 61'; answer = $false }
        @{ condition = 'BAT0 -MinimumHealth 80'; answer = $true }
        @{ condition = '-OnBattery'; answer = $true }
        @{ condition = '-OnBattery:$false'; answer = $false }
        @{ condition = '-OnBattery -Below 81 -Above 49 -State Discharging -PowerFlow Discharging -MinimumHealth 60'; answer = $true }
        @{ condition = '-OnBattery -Below 50'; answer = $false }
        @{ condition = '-OnBattery:$false -Below 81'; answer = $false }
        @{ condition = ''; answer = $true }
        @{ condition = 'BAT*'; answer = $true }
        @{ condition = 'X*'; answer = $false }
        @{ condition = 'BAT*, X* -Below 81'; answer = $true }
    ) {
        $tree = New-Laptop
        $result = Invoke-Expression "Test-Battery $condition -Recording '$tree'"
        $result | Should -BeOfType [bool]
        $result | Should -Be $answer
    }

    It 'tells with -OnBattery:$false that external power is connected' {
        $tree = New-Laptop -Online 1
        Test-Battery -OnBattery:$false -Recording $tree | Should -BeTrue
        Test-Battery -OnBattery -Recording $tree | Should -BeFalse
    }

    It 'knows power flows' {
        Test-Battery -PowerFlow Held -Recording (Get-Laptop thinkpad-x1-extreme-held) | Should -BeTrue
        Test-Battery -PowerFlow Full -Recording (Get-Laptop thinkpad-x1-extreme-held) | Should -BeFalse
    }

    It 'uses the health that the gauge reports where the capacity is unknown' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50 STATE_OF_HEALTH=71
        Test-Battery -MinimumHealth 71 -Recording $tree | Should -BeTrue
        Test-Battery -MinimumHealth 72 -Recording $tree | Should -BeFalse
    }

    It 'is never true for <condition> if that is unknown, and says so with -Verbose' -ForEach @(
        @{ condition = '-Below 100'; unknown = "The percentage of 'BAT0' is unknown." }
        @{ condition = '-Above 0'; unknown = "The percentage of 'BAT0' is unknown." }
        @{ condition = '-State Charging, Discharging, Empty, Full, NotCharging'; unknown = "The state of 'BAT0' is unknown." }
        @{ condition = '-PowerFlow Charging, Discharging, DischargingOnExternalPower, Full, Held, Idle, Inhibited'
            unknown = "The power flow of 'BAT0' is unknown." }
        @{ condition = '-MinimumHealth 0'; unknown = "The state of health of 'BAT0' is unknown." }
        @{ condition = '-OnBattery'; unknown = 'Whether external power is connected is unknown.' }
        @{ condition = '-OnBattery:$false'; unknown = 'Whether external power is connected is unknown.' }
    ) {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Unknown
        $output = @(Invoke-Expression "Test-Battery $condition -Recording '$tree' -Verbose 4>&1")
        $output[-1] | Should -BeFalse
        $output.Message | Should -Contain $unknown
    }

    It 'says everything that is unknown, also where something else is not met' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50
        Set-Supply $tree BAT1 STATUS=Discharging
        $output = @(Test-Battery -Below 20 -MinimumHealth 80 -Recording $tree -Verbose 4>&1)
        @($output.Message -like '*is unknown.') | Should -HaveCount 3
    }

    It 'is false without a battery, and no error' {
        Test-Battery -Recording (Get-Laptop desktop) -ErrorAction Stop | Should -BeFalse
        Test-Battery -Below 100 -Recording (Get-Laptop desktop) -ErrorAction Stop | Should -BeFalse
        Test-Battery -OnBattery -Recording (Get-Laptop desktop) -ErrorAction Stop | Should -BeFalse
    }

    It 'asks with a name alone whether there is such a battery' {
        Test-Battery BAT1 -Recording $laptop | Should -BeTrue
        Test-Battery BAT7 -Recording $laptop -ErrorAction Stop | Should -BeFalse
        Test-Battery BAT1, BAT7 -Recording $laptop -ErrorAction Stop | Should -BeFalse
    }

    It 'reports with a condition a name that is not there, and is false' {
        Test-Battery BAT1, BAT7 -Above 0 -Recording $laptop -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeFalse
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
    }

    It 'gives one answer for names, batteries and a manager of the pipeline' {
        'BAT0', 'BAT1' | Test-Battery -Above 0 -Recording $laptop | Should -HaveCount 1
        Get-Battery -Recording $laptop | Test-Battery -Above 0 | Should -BeTrue
        Get-Battery X* -Recording $laptop | Test-Battery -Above 0 | Should -BeFalse
        $manager = Get-BatteryManager -Recording $laptop
        $manager | Test-Battery -Above 0 | Should -BeTrue
        $manager.IsDisposed | Should -BeFalse
        $manager.Dispose()
    }

    It 'refuses <name> <value>' -ForEach @(
        @{ name = 'Below'; value = 101 }
        @{ name = 'Above'; value = -1 }
        @{ name = 'State'; value = 'Unknown' }
        @{ name = 'PowerFlow'; value = 'Unknown' }
        @{ name = 'MinimumHealth'; value = 101 }
    ) {
        $arguments = @{ $name = $value }
        { Test-Battery -Recording $laptop @arguments } | Should -Throw "*$name*" -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }
}
