BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'A job' {
    It 'of <command> emits batteries' -ForEach @(
        @{ command = 'Start-Job'; start = { param($script) Start-Job $script } }
        @{ command = 'Start-ThreadJob'; start = { param($script) Start-ThreadJob $script } }
    ) {
        $job = & $start { Import-Module $using:module; Watch-Battery -Recording $using:laptop -Count 1 }
        $samples = $job | Receive-Job -Wait -AutoRemoveJob
        $samples.Name | Should -Be 'BAT0', 'BAT1'
        $samples[1].State | Should -Be 'Discharging'
        $samples[1] | Should -BeOfType [Battery.BatteryInfo]
    }

    It 'of <command> can be stopped while Watch-Battery waits' -ForEach @(
        @{ command = 'Start-Job'; start = { param($script) Start-Job $script } }
        @{ command = 'Start-ThreadJob'; start = { param($script) Start-ThreadJob $script } }
    ) {
        $job = & $start { Import-Module $using:module; Watch-Battery -Recording $using:laptop -Interval 0 }
        Wait-Until { @(Receive-Job $job -Keep).Count -ge 2 } 'the first sample'
        Stop-Job $job
        $job.State | Should -Be 'Stopped'
        Remove-Job $job
    }
}

Describe 'Parallel runspaces' {
    It 'read at the same time, each with the module of its own' {
        $names = 1..16 | ForEach-Object -Parallel {
            Import-Module $using:module
            (Get-Battery -Recording $using:laptop).Name -join '+'
        } -ThrottleLimit 8
        $names | Should -HaveCount 16
        $names | Should -Be (@('BAT0+BAT1') * 16)
    }

    It 'share a manager' {
        $manager = Get-BatteryManager -Recording $laptop
        $names = 1..16 | ForEach-Object -Parallel {
            Import-Module $using:module
            ($using:manager | Get-Battery).Name -join '+'
        } -ThrottleLimit 8
        $names | Should -HaveCount 16
        $names | Should -Be (@('BAT0+BAT1') * 16)
        $manager.Dispose()
    }

    It 'watch at the same time, and stop at once' {
        $watches = 1..4 | ForEach-Object { Start-Background "Watch-Battery -Interval 0 -Recording '$laptop'" }
        $watches | ForEach-Object { Wait-Background $_ 2 }
        $stopping = $watches | ForEach-Object { $_.Shell.BeginStop($null, $null) }
        Wait-Until { -not ($stopping.IsCompleted -contains $false) } 'the end of the watches'
        $watches | ForEach-Object { $_.Output.Count | Should -Be 2 }
        $watches | ForEach-Object { $_.Shell.Dispose() }
    }
}
