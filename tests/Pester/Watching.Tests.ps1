#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What a watch reports of batteries that are removed. Linux, where a folder can stand for a machine that changes.
BeforeAll {
    $root = "$PSScriptRoot/../.."
    $module = (Resolve-Path "$root/artifacts/module/Battery/Battery.psd1").Path
    Import-Module $module -Force

    function New-Sysfs([string] $Folder) {
        foreach ($name in 'BAT0', 'BAT1') {
            $null = New-Item -ItemType Directory -Force "$Folder/class/power_supply/$name"
            Set-Content "$Folder/class/power_supply/$name/uevent" 'POWER_SUPPLY_TYPE=Battery', 'POWER_SUPPLY_CAPACITY=50'
        }

        $Folder
    }

    # Runs a watch until it ends, and does something after its first samples.
    function Watch-While([string] $Arguments, [scriptblock] $Change) {
        $shell = [powershell]::Create().AddScript("Import-Module '$module'; Watch-Battery $Arguments")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -lt 2 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 10 }
        & $Change
        $null = $shell.EndInvoke($running)
        [pscustomobject]@{
            Samples = @($output)
            Information = @($shell.Streams.Information)
            Verbose = @($shell.Streams.Verbose.Message)
            Errors = @($shell.Streams.Error)
        }
        $shell.Dispose()
    }
}

Describe 'A watch' -Skip:(-not $IsLinux) {
    It 'reports a battery that was removed, once, and goes on' {
        $sysfs = New-Sysfs (Join-Path $TestDrive one)
        $run = Watch-While "-SysfsRoot '$sysfs' -ChangedOnly -Interval 0.1 -Timeout 2 -Verbose" { Remove-Item -Recurse -Force "$sysfs/class/power_supply/BAT1" }
        $run.Samples.Name | Should -Be 'BAT0', 'BAT1'
        $removed = $run.Information | Where-Object { $_.Tags -contains 'BatteryRemoved' }
        $removed | Should -HaveCount 1
        "$($removed.MessageData)" | Should -Match "^\d\d:\d\d:\d\d The battery 'BAT1' was removed\.$"
        $run.Verbose -match "'BAT1' was removed" | Should -HaveCount 1
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'shows that on the screen without any preference' {
        $sysfs = New-Sysfs (Join-Path $TestDrive screen)
        $remove = "Remove-Item -Recurse -Force -ErrorAction Ignore '$sysfs/class/power_supply/BAT1'"
        $script = "Import-Module '$module'; Watch-Battery -SysfsRoot '$sysfs' -ChangedOnly -Interval 0.1 -Timeout 3 | ForEach-Object { $remove }"
        $shell = [Environment]::GetCommandLineArgs()[0]
        $text = if ($shell -like '*.dll') { & ([Environment]::ProcessPath) $shell -NoProfile -Command $script }
            else { & ([Environment]::ProcessPath) -NoProfile -Command $script }
        $text | Out-String | Should -Match "The battery 'BAT1' was removed"
    }

    It 'reports a folder that was removed with all its batteries, once, and goes on' {
        $sysfs = New-Sysfs (Join-Path $TestDrive all)
        $run = Watch-While "-SysfsRoot '$sysfs' -Interval 0.1 -Timeout 2" { Remove-Item -Recurse -Force $sysfs }
        $run.Information.Where{ $_.Tags -contains 'BatteryRemoved' } | Should -HaveCount 2
        $run.Errors.FullyQualifiedErrorId | Should -Be 'SourceRemoved,Battery.PowerShell.Commands.WatchBatteryCommand'
        "$($run.Errors[0])" | Should -BeLike "*$sysfs*was removed*"
    }

    It 'has the moment of each reading in its samples' {
        $run = Watch-While "-SysfsRoot '$(New-Sysfs (Join-Path $TestDrive time))' -Interval 0.2 -Count 3" { }
        $times = $run.Samples.Where{ $_.Name -eq 'BAT0' }.Timestamp
        $times | Should -HaveCount 3
        $times[2] | Should -BeGreaterThan $times[0]
        $times.Kind | Select-Object -Unique | Should -Be 'Utc'
    }
}
