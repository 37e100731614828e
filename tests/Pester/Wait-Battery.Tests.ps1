BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Wait-Battery' {
    It 'returns at once without output if the conditions are met' {
        Wait-Battery BAT1 -Below 70 -State Discharging -Recording $laptop -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'writes with -PassThru the batteries that meet the conditions' {
        (Wait-Battery BAT1 -Below 70 -PassThru -Recording $laptop).Name | Should -Be 'BAT1'
        (Wait-Battery -Above 0 -PassThru -Recording $laptop).Name | Should -Be 'BAT0', 'BAT1'
        (Get-Battery BAT1 -Recording $laptop | Wait-Battery -Above 0 -PassThru).Name | Should -Be 'BAT1'
    }

    It 'reports a timeout as an error that does not end the script, and has no output' {
        Wait-Battery -Above 100 -Timeout 0.2 -PassThru -Recording $laptop -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'WaitTimeout,Battery.PowerShell.Commands.WaitBatteryCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $problems[0].Exception | Should -BeOfType [TimeoutException]
    }

    It 'asks once with -Timeout 0' {
        Wait-Battery -Above 0 -Timeout 0 -Recording $laptop -ErrorAction Stop
        { Wait-Battery -Above 100 -Timeout 0 -Recording $laptop -ErrorAction Stop } | Should -Throw -ErrorId 'WaitTimeout,*'
    }

    It 'waits for unknown values until they are known' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Unknown
        { Wait-Battery -Below 100 -Timeout 0.2 -Recording $tree -ErrorAction Stop } | Should -Throw -ErrorId 'WaitTimeout,*'
    }

    It 'does nothing if the pipeline is empty' {
        @() | Wait-Battery -Above 100 -Recording $laptop -ErrorAction Stop | Should -BeNullOrEmpty
    }
}

# Only the live tree of a running system changes. Nothing notifies of a folder; the library polls every few seconds.
Describe 'Wait-Battery while a laptop changes' -Skip:(-not $IsLinux) {
    BeforeEach {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=0
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50
        Set-Supply $tree BAT1 STATUS=Full CAPACITY=100
    }

    It 'waits until <condition>' -ForEach @(
        @{ condition = '-Above 90'; change = { Set-Supply $tree BAT0 STATUS=Full CAPACITY=100 } }
        @{ condition = '-State Full'; change = { Set-Supply $tree BAT0 STATUS=Full CAPACITY=100 } }
        @{ condition = '-OnBattery:$false'; change = { Set-Supply $tree AC TYPE=Mains ONLINE=1 } }
        @{ condition = 'BAT0 -Below 20'; change = { Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=19 } }
        @{ condition = 'BAT2 -ErrorAction Stop'; change = { Set-Supply $tree BAT2 STATUS=Full CAPACITY=100 } }
        @{ condition = '-PowerFlow Held, Full'; change = {
                Set-Supply $tree AC TYPE=Mains ONLINE=1
                Set-Supply $tree BAT0 'STATUS=Not charging' CAPACITY=80 CHARGE_CONTROL_END_THRESHOLD=80 POWER_NOW=0
            }
        }
    ) {
        $wait = Start-Background "'begun'; Wait-Battery $condition -SysfsRoot '$tree'; 'met'"
        Wait-Background $wait 1
        Start-Sleep -Milliseconds 200
        $wait.Running.IsCompleted | Should -BeFalse
        & $change
        Receive-Background $wait | Should -Be 'begun', 'met'
    }

    It 'does not ask again before something changes' {
        $wait = Start-Background "'begun'; Wait-Battery -Above 100 -SysfsRoot '$tree' -Verbose"
        Wait-Background $wait 1
        Set-Supply $tree BAT0 STATUS=Discharging
        Wait-Until { "$($wait.Shell.Streams.Verbose)" -like '*percentage*' } 'the report of an unknown percentage'
        $before = $wait.Shell.Streams.Verbose.Count
        Start-Sleep -Seconds 6
        $wait.Shell.Streams.Verbose.Count | Should -Be $before
        $wait.Shell.Stop()
        $wait.Shell.Dispose()
    }

    It 'ends when it is stopped, and closes what it has open' {
        # Each manager that waits has a pipe.
        function Get-Counter { @(Get-ChildItem /proc/self/fd | Where-Object LinkTarget -Like 'pipe:*').Count }
        $idle = Get-Counter
        $wait = Start-Background "Wait-Battery -Above 100 -SysfsRoot '$tree'"
        Wait-Until { (Get-Counter) -gt $idle } 'the wait'
        $wait.Shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne($patience * 1000) | Should -BeTrue
        $wait.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $wait.Shell.Dispose()
        Get-Counter | Should -BeLessOrEqual $idle
    }
}
