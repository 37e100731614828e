BeforeDiscovery {
    $machines = foreach ($system in 'linux', 'macos', 'windows') {
        foreach ($folder in Get-ChildItem "$PSScriptRoot/../fixtures/$system" -Directory) { @{ system = $system; machine = $folder.Name } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Get-BatteryValue' {
    It 'explains every value of <system>/<machine>' -ForEach $machines {
        $folder = "$PSScriptRoot/../fixtures/$system/$machine"
        $recording = (Get-ChildItem $folder -Exclude SOURCE.md, expected.json).FullName
        foreach ($battery in Get-Battery -Recording $recording -Scope All -WarningAction Ignore) {
            $values = $battery | Get-BatteryValue
            $values.Name | Should -HaveCount 37
            $values | Where-Object { -not $_.Rule -or "$_" -notlike "$($_.Name) *: *" } | Should -BeNullOrEmpty
            foreach ($value in $values) {
                "$($value.Value)" | Should -Be "$(if ($value.Status -in 'Reported', 'Derived') { $battery.($value.Name) })" -Because "$value"
                foreach ($source in $value.Sources) { $value.Rule | Should -BeLike "*$([WildcardPattern]::Escape("$source"))*" }
            }
        }
    }

    It 'gives value, unit, status, rule and sources' {
        $value = Get-Battery BAT1 -Recording $laptop | Get-BatteryValue StateOfHealth
        $value.PSObject.TypeNames[0] | Should -Be 'Battery.BatteryValue'
        $value.Battery | Should -Be 'BAT1'
        $value.Value | Should -BeOfType [double]
        $value.Unit | Should -Be '%'
        $value.Status | Should -Be 'Derived'
        $value.Rule | Should -Be 'energy_full 62950000 µWh ÷ energy_full_design 71280000 µWh'
        $value.Sources.Name | Should -Be 'energy_full', 'energy_full_design'
        $value.Sources[0].Value | Should -Be '62950000'
        $value.Sources[0].Unit | Should -Be 'µWh'
        "$value" | Should -Be "StateOfHealth 88.3 %: $($value.Rule)"
    }

    It 'gives the status <status> for <name>' -ForEach @(
        @{ name = 'Percentage'; status = 'Reported' }
        @{ name = 'TimeToEmpty'; status = 'Derived' }
        @{ name = 'Temperature'; status = 'NotSupported' }
        @{ name = 'TimeToFull'; status = 'NotApplicable' }
    ) {
        (Get-Battery BAT1 -Recording $laptop | Get-BatteryValue $name).Status | Should -Be $status
    }

    It 'takes wildcards, and each value once' {
        (Get-Battery BAT1 -Recording $laptop | Get-BatteryValue Energy, Energy*).Name | Should -Be 'Energy', 'EnergyRate', 'EnergyFull', 'EnergyFullDesign'
    }

    It 'reports a name that no value has' {
        $found = Get-Battery BAT1 -Recording $laptop | Get-BatteryValue Enrgy, State -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'State'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BatteryValueNotFound,*'
    }

    It 'reports a battery that was removed' -Skip:(-not $IsLinux) {
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50
        $battery = Get-Battery -SysfsRoot $tree
        Remove-Item -Recurse "$tree/class/power_supply/BAT0"
        $battery | Get-BatteryValue -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BatteryGone,*'
    }

    It 'reads this machine without a battery on the pipeline' -Skip:(-not $IsLinux) {
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50
        (Get-BatteryValue Percentage -SysfsRoot $tree).ValueText | Should -Be '50 %'
        Get-Battery nobody* -SysfsRoot $tree | Get-BatteryValue | Should -BeNullOrEmpty
    }

    It 'completes the names of values' {
        (TabExpansion2 'Get-BatteryValue -Name EnergyF').CompletionMatches.CompletionText | Should -Be 'EnergyFull', 'EnergyFullDesign'
    }

    It 'shows each value with its rule, in 80 columns' {
        $table = Get-Battery BAT1 -Recording $laptop | Get-BatteryValue State, Temperature | Out-String -Width 80
        $table | Should -Match 'Battery: BAT1'
        $table | Should -Match 'State +Discharging +status Discharging'
        $table | Should -Match '(?m)^Temperature +temp is not reported'
    }

    It 'is complete again after a job or Export-Clixml' {
        $value = Get-Battery BAT1 -Recording $laptop | Get-BatteryValue EnergyFull
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($value))
        [Battery.BatteryValue] $again = $copy
        "$again" | Should -Be "$value"
        $again.Sources[0] | Should -BeOfType [Battery.BatteryValueSource]
        "$($again.Sources)" | Should -Be "$($value.Sources)"
        ($copy | Out-String -Width 80) | Should -Be ($value | Out-String -Width 80)
    }

    It 'has a property set for the reason' {
        $reason = Get-Battery BAT1 -Recording $laptop | Get-BatteryValue Temperature | Select-Object Reason
        $reason.PSObject.Properties.Name | Should -Be 'Battery', 'Name', 'Status', 'Rule'
    }
}
