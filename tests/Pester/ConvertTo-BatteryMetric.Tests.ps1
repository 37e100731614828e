BeforeDiscovery {
    # One of each system, with peripherals, several batteries, a UPS, and values that few machines have.
    $machines = foreach ($system in 'linux', 'macos', 'windows') {
        Get-ChildItem "$PSScriptRoot/../fixtures/$system" -Directory | ForEach-Object { @{ system = $system; machine = $_.Name } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual

    function Copy-Serialized($Object, [int] $Depth) {
        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Object, $Depth))
    }

    # Without the time of reading.
    function Get-Line($Text) { @($Text -split "`n" -ne '') -replace ',"timestamp_s":[0-9.]+' }
}

Describe 'ConvertTo-BatteryMetric -Format Json' {
    It 'writes what the Python package writes, for <machine> (<system>)' -ForEach $machines -Skip:(-not (Get-Command python3 -ErrorAction Ignore)) {
        $recording = Get-Laptop $machine $system
        if (-not $python) {
            # One process for all machines.
            $script:python = @{}
            $paths = foreach ($folder in Get-ChildItem "$repository/tests/fixtures/linux", "$repository/tests/fixtures/macos",
                "$repository/tests/fixtures/windows" -Directory) { Get-Laptop $folder.Name $folder.Parent.Name }
            $env:PYTHONPATH = "$repository/bindings/python"
            $env:BATTERY_LIBRARY = (Get-BatteryManager -Recording $laptop).LibraryPath
            $text = $paths | python3 -c @'
import json, sys, battery
for path in map(str.strip, sys.stdin):
    with battery.Manager(recording=path, peripherals=True) as manager:
        print(json.dumps([path, manager.format(battery.MetricFormat.JSON)]))
'@
            $text | ConvertFrom-Json -NoEnumerate | ForEach-Object { $python[$_[0]] = $_[1] }
        }

        $written = Get-Battery -Recording $recording -Scope All | ConvertTo-BatteryMetric Json
        Get-Line $written | Should -Be (Get-Line $python[$recording])
    }

    It 'writes the same of a deserialized battery, at depth <_>' -ForEach 1, 2 {
        $batteries = Get-Battery -Recording (Get-Laptop lenovo-with-mouse) -Scope All
        Copy-Serialized $batteries $_ | ConvertTo-BatteryMetric Json | Should -Be ($batteries | ConvertTo-BatteryMetric Json)
    }

    It 'writes the same of what an SSH session gives' {
        $batteries = Get-Battery -Recording $laptop
        $plain = foreach ($battery in $batteries) {
            $bag = [pscustomobject]@{ PSComputerName = 'laptop17' }
            foreach ($property in $battery.PSObject.Properties | Where-Object MemberType -EQ Property) {
                $value = $property.Value
                $bag | Add-Member $property.Name $(if ($value -is [enum]) { "$value" } else { $value })
            }
            $bag.PSTypeNames.Insert(0, 'Deserialized.Battery.BatteryInfo')
            $bag
        }
        $plain | ConvertTo-BatteryMetric Json | Should -Be ($batteries | ConvertTo-BatteryMetric Json)
    }

    It 'writes a total with the number of batteries, and without what a total does not have' {
        $text = Get-Battery -Total -Recording $laptop | ConvertTo-BatteryMetric Json
        $text | Test-Json -SchemaFile "$repository/docs/battery.schema.json" | Should -BeTrue
        $total = $text | ConvertFrom-Json -AsHashtable
        $total.name, $total.count, $total.state, $total.power_flow | Should -Be 'BAT0+BAT1', 2, 'discharging', 'discharging'
        $total.energy_wh, $total.signed_power_w | Should -Be 60.88, -8.341
        $total.ContainsKey('kind') -or $total.ContainsKey('vendor') | Should -BeFalse
    }

    It 'has the time of reading' {
        $before = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() / 1000
        $time = (Get-Battery BAT0 -Recording $laptop | ConvertTo-BatteryMetric Json | ConvertFrom-Json).timestamp_s
        $time | Should -BeGreaterOrEqual ($before - 0.001)
        $time | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() / 1000 + 0.001)
    }
}

Describe 'ConvertTo-BatteryMetric -Format Prometheus' {
    It 'writes one document for all batteries' {
        $text = Get-Battery -Recording $laptop | ConvertTo-BatteryMetric Prometheus
        @($text).Count | Should -Be 1
        $lines = $text -split "`n"
        $lines | Should -Contain 'node_power_supply_capacity{power_supply="BAT0"} 80'
        $lines | Should -Contain 'node_power_supply_capacity{power_supply="BAT1"} 68'
        $lines | Should -Contain 'battery_power_flow{power_supply="BAT1",state="discharging"} 1'
        @($lines -match '^# TYPE node_power_supply_capacity ').Count | Should -Be 1
    }

    It 'writes totals under names of their own' {
        $text = @(Get-Battery -Recording $laptop) + @(Get-Battery -Total -Recording $laptop) | ConvertTo-BatteryMetric Prometheus
        $lines = $text -split "`n"
        $lines | Should -Contain 'battery_total_batteries{power_supply="BAT0+BAT1"} 2'
        $lines | Should -Contain 'battery_total_energy_joules{power_supply="BAT0+BAT1"} 219168'
        $lines | Should -Not -Match '^node_.*BAT0\+BAT1'
        if (Get-Command promtool -ErrorAction Ignore) {
            ("$text`n" | promtool check metrics 2>&1) | Should -BeNullOrEmpty
            $LASTEXITCODE | Should -Be 0
        }
    }

    It 'writes what the library writes, with the adapters' -Skip:(-not (Get-Command python3 -ErrorAction Ignore)) {
        $manager = Get-BatteryManager -Recording $laptop
        $written = @(Get-Battery -Manager $manager) + $manager.Adapters | ConvertTo-BatteryMetric Prometheus
        $env:PYTHONPATH = "$repository/bindings/python"
        $env:BATTERY_LIBRARY = $manager.LibraryPath
        $expected = python3 "$repository/examples/python/metrics.py" prometheus $laptop
        $written -split "`n" | Should -Be $expected
        $expected | Should -Contain 'node_power_supply_online{power_supply="AC"} 0'
        Copy-Serialized (@(Get-Battery -Manager $manager) + $manager.Adapters) 1 | ConvertTo-BatteryMetric Prometheus | Should -Be $written
    }

    It 'leaves out an adapter without a name, as the library does' -Skip:(-not (Get-Command python3 -ErrorAction Ignore)) {
        $recording = Get-Laptop macbook-pro-m4-max-macos-26 macos
        $manager = Get-BatteryManager -Recording $recording
        $manager.Adapters.Count | Should -Be 1
        $manager.Adapters[0].Name | Should -BeNullOrEmpty
        $written = @(Get-Battery -Manager $manager) + $manager.Adapters | ConvertTo-BatteryMetric Prometheus -ErrorAction Stop
        $env:PYTHONPATH = "$repository/bindings/python"
        $env:BATTERY_LIBRARY = $manager.LibraryPath
        $written -split "`n" | Should -Be (python3 "$repository/examples/python/metrics.py" prometheus --recording $recording)
    }

    It 'writes the last of several samples of an adapter' {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=0
        $first = (Get-BatteryManager -Recording $tree).Adapters
        Set-Supply $tree AC TYPE=Mains ONLINE=1
        $text = @($first) + (Get-BatteryManager -Recording $tree).Adapters | ConvertTo-BatteryMetric Prometheus
        @($text -split "`n" -match '^node_power_supply_online') | Should -Be 'node_power_supply_online{power_supply="AC"} 1'
    }

    It 'writes the last of several samples' {
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50
        $first = Get-Battery -Recording $tree
        Set-Supply $tree BAT0 CAPACITY=49
        $text = $first, (Get-Battery -Recording $tree) | ConvertTo-BatteryMetric Prometheus
        @($text -split "`n" -match '^node_power_supply_capacity') | Should -Be 'node_power_supply_capacity{power_supply="BAT0"} 49'
    }

    It 'reports a battery of the same name of another machine, and writes the first' {
        $other = New-Tree
        Set-Supply $other BAT0 CAPACITY=1
        $text = @(Get-Battery BAT0 -Recording $laptop) + @(Get-Battery -Recording $other) |
            ConvertTo-BatteryMetric Prometheus -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Match '^BatteryOfAnotherSource,'
        $text | Should -Match '(?m)^node_power_supply_capacity\{power_supply="BAT0"\} 80$'
    }

    It 'writes nothing without a battery' {
        Get-Battery -Recording (Get-Laptop desktop) | ConvertTo-BatteryMetric Prometheus | Should -BeNullOrEmpty
    }
}

Describe 'ConvertTo-BatteryMetric' {
    It 'reports what is not a battery, and continues' {
        $lines = @(Get-Item $PSScriptRoot) + @(Get-Battery -Recording $laptop) |
            ConvertTo-BatteryMetric Json -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Match '^NotABattery,'
        $lines.Count | Should -Be 2
    }

    It 'has the same numbers in every culture' {
        $expected = Get-Battery -Recording $laptop | ConvertTo-BatteryMetric Prometheus
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            Get-Battery -Recording $laptop | ConvertTo-BatteryMetric Prometheus | Should -Be $expected
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
    }
}
