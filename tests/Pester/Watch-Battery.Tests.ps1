BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Watch-Battery' {
    It 'emits the first sample at once' {
        (Watch-Battery -Recording $laptop -Count 1 -Interval 3600).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'emits a sample of each battery each time' {
        (Watch-Battery -Recording $laptop -Count 3 -Interval 0.02).Name | Should -Be 'BAT0', 'BAT1', 'BAT0', 'BAT1', 'BAT0', 'BAT1'
        (Watch-Battery *1 -Recording $laptop -Count 2 -Interval 0.02).Name | Should -Be 'BAT1', 'BAT1'
    }

    It 'ends with the pipeline' {
        (Watch-Battery -Recording $laptop -Interval 3600 | Select-Object -First 1).Name | Should -Be 'BAT0'
    }

    It 'ends after -Timeout <timeout>, with -Interval <interval>' -ForEach @(
        @{ timeout = 0.3; interval = 3600 }
        @{ timeout = 0.3; interval = 0 }
        @{ timeout = '00:00:00.3'; interval = '1:00:00' }
        @{ timeout = [TimeSpan]::FromMilliseconds(300); interval = 3600 }
    ) {
        (Watch-Battery -Recording $laptop -Timeout $timeout -Interval $interval).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'emits with -ChangedOnly what changed, and that is nothing in a recording' {
        Watch-Battery -Recording $laptop -ChangedOnly -Interval 0.05 -Timeout 0.4 | Should -HaveCount 2
    }

    It 'takes names from the pipeline' {
        ('BAT1', 'BAT0' | Watch-Battery -Recording $laptop -Count 1).Name | Should -Be 'BAT0', 'BAT1'
        @() | Watch-Battery -Recording $laptop -Count 1 | Should -BeNullOrEmpty
    }

    It 'takes batteries from the pipeline' {
        (Get-Battery BAT1 -Recording $laptop | Watch-Battery -Recording $laptop -Count 1).Name | Should -Be 'BAT1'
    }

    It 'reports a name that is not there, and goes on' {
        Watch-Battery BTA0 -Recording $laptop -Count 2 -Interval 0.02 -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
        "$problems" | Should -BeLike '*BAT0, BAT1*'
    }

    It 'goes on without a battery, and says so with -Verbose' {
        $output = @(Watch-Battery -Recording (Get-Laptop desktop) -Count 2 -Interval 0.02 -Verbose 4>&1)
        $output | Should -BeOfType [System.Management.Automation.VerboseRecord]
        $output | Where-Object { $_ -like 'No battery of scope System*' } | Should -Not -BeNullOrEmpty
    }

    It 'refuses <name> <value>' -ForEach @(
        @{ name = 'Interval'; value = -1 }
        @{ name = 'Interval'; value = 'soon' }
        @{ name = 'Interval'; value = '-00:00:01' }
        @{ name = 'Interval'; value = [char]'a' }
        @{ name = 'Timeout'; value = -0.5 }
        @{ name = 'Timeout'; value = [TimeSpan]::FromSeconds(-1) }
        @{ name = 'Name'; value = 'BAT[' }
        @{ name = 'Count'; value = 0 }
        @{ name = 'Below'; value = 101 }
        @{ name = 'Above'; value = -1 }
        @{ name = 'Until'; value = 'Sleeping' }
    ) {
        $arguments = @{ $name = $value }
        { Watch-Battery -Recording $laptop @arguments } | Should -Throw "*$name*" -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }
}

Describe 'Watch-Battery until a condition holds' {
    It 'ends at once with <condition>, which holds already' -ForEach @(
        @{ condition = '-Until Discharging'; with = @{ Until = 'Discharging' } }
        @{ condition = '-Below 68.5'; with = @{ Below = 68.5 } }
        @{ condition = '-Above 67.5'; with = @{ Above = 67.5 } }
        @{ condition = '-Until Full, Discharging'; with = @{ Until = 'Full', 'Discharging' } }
    ) {
        (Watch-Battery BAT1 -Recording $laptop -Interval 3600 @with).Name | Should -Be 'BAT1'
    }

    It 'ends with -Until <flow>, a power flow' -ForEach @(
        @{ flow = 'Held'; lines = 'STATUS=Discharging', 'POWER_NOW=0', 'CAPACITY=80', 'CHARGE_CONTROL_END_THRESHOLD=80' }
        @{ flow = 'DischargingOnExternalPower'; lines = 'STATUS=Charging', 'POWER_NOW=-5000000', 'CAPACITY=80' }
        @{ flow = 'Inhibited'; lines = 'STATUS=Charging', 'POWER_NOW=0', 'CAPACITY=80', 'CHARGE_BEHAVIOUR=inhibit-charge' }
        @{ flow = 'idle'; lines = 'STATUS=Not charging', 'POWER_NOW=0', 'CAPACITY=80' }
    ) {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=1
        Set-Supply $tree BAT0 $lines
        (Watch-Battery -Recording $tree -Interval 3600 -Until $flow).PowerFlow | Should -Be $flow
    }

    It 'ends with the sample that fulfilled <condition>' -ForEach @(
        @{ condition = '-Until Full'; with = @{ Until = 'Full' } }
        @{ condition = '-Until Full, NotCharging'; with = @{ Until = 'Full', 'NotCharging' } }
        @{ condition = '-Above 90 -ChangedOnly'; with = @{ Above = 90; ChangedOnly = $true } }
    ) {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Full CAPACITY=100
        Set-Supply $tree BAT1 STATUS=Discharging CAPACITY=50
        (Watch-Battery -Recording $tree @with).Name | Should -Be 'BAT1', 'BAT0'
    }

    It 'does not end with <condition>, which does not hold' -ForEach @(
        @{ condition = '-Below 68'; with = @{ Below = 68 } }
        @{ condition = '-Above 68'; with = @{ Above = 68 } }
        @{ condition = '-Until Full, Charging'; with = @{ Until = 'Full', 'Charging' } }
    ) {
        Watch-Battery BAT1 -Recording $laptop -Interval 0.05 -Count 2 @with | Should -HaveCount 2
    }
}

# Only the live tree of a running system changes; a recording is read once.
Describe 'Watch-Battery while a laptop changes' -Skip:(-not $IsLinux) {
    BeforeEach {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50
    }

    It 'ends with <_> when it is fulfilled' -ForEach '-Until Full', '-Above 99', '-Until Full -ChangedOnly',
        '-Until Empty -Above 99 -Count 1000000 -Timeout 3600', '-Until Charging, Full' {
        $watch = Start-Background "Watch-Battery $_ -Interval 0.02 -SysfsRoot '$tree'"
        Wait-Background $watch 1
        Start-Sleep -Milliseconds 200
        $watch.Running.IsCompleted | Should -BeFalse
        Set-Supply $tree BAT0 STATUS=Full CAPACITY=100
        @(Receive-Background $watch)[-1].State | Should -Be 'Full'
    }

    It 'emits with -ChangedOnly what changed, and not the rest' {
        Set-Supply $tree BAT1 STATUS=Full CAPACITY=100
        $watch = Start-Background "Watch-Battery -ChangedOnly -Count 2 -Interval 0.02 -SysfsRoot '$tree'"
        Wait-Background $watch 2
        Set-Supply $tree BAT1 STATUS=Discharging CAPACITY=99
        @(Receive-Background $watch | ForEach-Object Name) | Should -Be 'BAT0', 'BAT1', 'BAT1'
    }

    It 'emits with -ChangedOnly a battery that was removed and added again' {
        Set-Supply $tree BAT1 STATUS=Full CAPACITY=100
        $watch = Start-Background "Watch-Battery -ChangedOnly -Count 2 -Interval 0.02 -SysfsRoot '$tree'"
        Wait-Background $watch 2
        Remove-Supply $tree BAT1
        Wait-Until { $watch.Shell.Streams.Information.Count -eq 1 } 'the report of the removal'
        Set-Supply $tree BAT1 STATUS=Full CAPACITY=100
        @(Receive-Background $watch | Where-Object Name | ForEach-Object Name)[-1] | Should -Be 'BAT1'
    }

    It 'follows batteries that are added and removed' {
        $watch = Start-Background "Watch-Battery -Until Full -Interval 0.02 -SysfsRoot '$tree'"
        Wait-Background $watch 1
        Set-Supply $tree BAT1 STATUS=Charging CAPACITY=10
        Wait-Until { $watch.Output.Name -contains 'BAT1' } 'a sample of BAT1'
        Remove-Supply $tree BAT0
        Wait-Until { $watch.Shell.Streams.Information.Count -eq 1 } 'the report of the removal'
        Set-Supply $tree BAT1 STATUS=Full CAPACITY=100
        $names = @(Receive-Background $watch | Where-Object State | ForEach-Object Name)
        $names[0] | Should -Be 'BAT0'
        $names[-2] | Should -Be 'BAT1'
    }

    It 'sees a change without an interval' {
        # Nothing notifies of a folder; the library polls every few seconds.
        $watch = Start-Background "Watch-Battery -Count 2 -Interval 0 -SysfsRoot '$tree'"
        Wait-Background $watch 1
        Set-Supply $tree BAT0 STATUS=Charging CAPACITY=51
        @(Receive-Background $watch)[-1].State | Should -Be 'Charging'
    }

    It 'closes what it has open when it is stopped' {
        # Each manager that waits has a pipe.
        function Get-Counter { @(Get-ChildItem /proc/self/fd | Where-Object LinkTarget -Like 'pipe:*').Count }
        $watch = Start-Background "Watch-Battery -Interval 0 -SysfsRoot '$tree'"
        Wait-Background $watch 1
        $before = Get-Counter
        $watch.Shell.Stop()
        Get-Counter | Should -BeLessThan $before
        $watch.Shell.Dispose()
    }

    It 'ends when its runspace is closed' {
        $watch = Start-Background "Watch-Battery -Interval 0 -SysfsRoot '$tree'"
        Wait-Background $watch 1
        $watch.Shell.Runspace.Dispose()
        Wait-Until { $watch.Running.IsCompleted } 'the end of the watch'
        $watch.Shell.Dispose()
    }
}

Describe 'Watch-Battery when a battery is removed' -Skip:(-not $IsLinux) {
    BeforeAll {
        # Runs a watch, changes something after its first samples, and gives what it wrote to each stream until it had written a last sample.
        function Watch-While([string] $Arguments, [scriptblock] $Change, [scriptblock] $IsLast) {
            $watch = Start-Background "Watch-Battery -SysfsRoot '$tree' $Arguments"
            Wait-Background $watch 2
            & $Change
            Wait-Until { $watch.Output.Where($IsLast) } 'the last sample'
            $watch.Shell.Stop()
            [pscustomobject]@{
                Samples = @($watch.Output)
                Information = @($watch.Shell.Streams.Information)
                Verbose = @($watch.Shell.Streams.Verbose.Message)
                Errors = @($watch.Shell.Streams.Error)
            }
            $watch.Shell.Dispose()
        }
    }

    BeforeEach {
        $tree = New-Tree
        'BAT0', 'BAT1' | ForEach-Object { Set-Supply $tree $_ CAPACITY=50 }
    }

    It 'reports it once, and goes on' {
        $run = Watch-While '-ChangedOnly -Interval 0.1 -Verbose' {
            Remove-Supply $tree BAT1
            Wait-Until { $watch.Shell.Streams.Information.Count } 'the report of the removal'
            Set-Supply $tree BAT0 CAPACITY=49
        } { $_.Percentage -eq 49 }
        $run.Samples.Name | Should -Be 'BAT0', 'BAT1', 'BAT0'
        $removed = $run.Information | Where-Object { $_.Tags -contains 'BatteryRemoved' }
        $removed | Should -HaveCount 1
        "$($removed.MessageData)" | Should -Match "^\d\d:\d\d:\d\d The battery 'BAT1' was removed\.$"
        $run.Verbose -match "'BAT1' was removed" | Should -HaveCount 1
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'shows that on the screen without any preference' {
        $remove = "Remove-Item -Recurse -Force -ErrorAction Ignore '$tree/class/power_supply/BAT1'"
        $watch = "Watch-Battery -SysfsRoot '$tree' -Interval 0.1 -Count 2 | ForEach-Object { $remove }"
        (Invoke-Shell "Import-Module '$module'; $watch").Output | Should -Match "The battery 'BAT1' was removed"
    }

    It 'reports a folder that was removed with all its batteries once, and goes on' {
        $run = Watch-While '-Interval 0.1' {
            # In one step: a watch that reads in between would see a folder without batteries.
            [IO.Directory]::Move($tree, "$tree.removed")
            Wait-Until { $watch.Shell.Streams.Error.Count } 'the report of the removal'
            Set-Supply $tree BAT0 CAPACITY=49
        } { $_.Percentage -eq 49 }
        $run.Information.Where{ $_.Tags -contains 'BatteryRemoved' } | Should -HaveCount 2
        $run.Errors.FullyQualifiedErrorId | Should -Be 'SourceRemoved,Battery.PowerShell.Commands.WatchBatteryCommand'
        "$($run.Errors[0])" | Should -BeLike "*$tree*was removed*"
    }

    It 'has the moment of each reading in its samples' {
        $times = @(Watch-Battery BAT0 -SysfsRoot $tree -Interval 0.2 -Count 3).Timestamp
        $times | Should -HaveCount 3
        $times[2] | Should -BeGreaterThan $times[0]
        $times.Kind | Select-Object -Unique | Should -Be 'Utc'
    }
}
