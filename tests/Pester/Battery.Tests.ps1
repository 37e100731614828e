#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What a user of the module would check. It reads the recorded laptops beside it, so it needs no battery.
BeforeAll {
    $root = "$PSScriptRoot/../.."
    Import-Module "$root/artifacts/module/Battery/Battery.psd1" -Force
    $laptop = "$root/tests/fixtures/linux/thinkpad-t480-dual/sys"
    $desktop = "$root/tests/fixtures/linux/desktop/sys"
    $withMouse = "$root/tests/fixtures/linux/lenovo-with-mouse/sys"
}

Describe 'Get-Battery' {
    It 'gives every battery, in order' {
        (Get-Battery -Recording $laptop).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'gives numbers as numbers and unknown as null' {
        $battery = Get-Battery BAT1 -Recording $laptop
        $battery.Percentage | Should -BeOfType [double]
        $battery.EnergyRate | Should -Be 8.341
        $battery.TimeToEmpty | Should -BeOfType [TimeSpan]
        $battery.Temperature | Should -BeNullOrEmpty
        $battery.State | Should -Be 'Discharging'
    }

    It 'takes wildcards' {
        (Get-Battery *1 -Recording $laptop).Name | Should -Be 'BAT1'
        Get-Battery X* -Recording $laptop | Should -BeNullOrEmpty
    }

    It 'is silent on a machine without a battery' {
        Get-Battery -Recording $desktop | Should -BeNullOrEmpty
    }

    It 'gives peripherals only when asked' {
        (Get-Battery -Recording $withMouse).Name | Should -Be 'BAT0'
        (Get-Battery -Recording $withMouse -Scope Peripheral).Name | Should -Be 'hidpp_battery_0'
    }

    It 'adds batteries up' {
        $total = Get-Battery -Total -Recording $laptop
        $total.Count | Should -Be 2
        [Math]::Round($total.Energy, 2) | Should -Be 60.88
        $total.State | Should -Be 'Discharging'
    }

    It 'reads a battery again' {
        (Get-Battery -Recording $laptop | Get-Battery).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'says which name is not there, and goes on' {
        $found = Get-Battery BAT7, BAT1 -Recording $laptop -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'BAT1'
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
        $problems.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'ends on a folder that is not there' {
        { Get-Battery -Recording /no/such/recording -ErrorAction Stop } | Should -Throw -ErrorId 'RecordingNotFound,*'
    }

    It 'completes names' {
        $line = "Get-Battery -Recording $laptop -Name "
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'BAT0', 'BAT1'
    }
}

Describe 'Get-BatteryManager' {
    It 'tells the library and the machine' {
        $manager = Get-BatteryManager -Recording $laptop
        $manager.BatteryCount | Should -Be 2
        $manager.ExternalPower | Should -Be 'Offline'
        $manager.LibraryPath | Should -Exist
        $manager.Dispose()
    }

    It 'is read through' {
        $manager = Get-BatteryManager -Recording $laptop
        ($manager | Get-Battery).Count | Should -Be 2
        $manager.Dispose()
        { $manager | Get-Battery -ErrorAction Stop } | Should -Throw -ErrorId 'ManagerDisposed,*'
    }
}

Describe 'Save-BatteryRecording' {
    It 'saves what Get-Battery -Recording reads the same' {
        Save-BatteryRecording TestDrive:\laptop.txt -Recording $laptop
        $saved = Get-Battery -Recording TestDrive:\laptop.txt | Select-Object -ExcludeProperty Timestamp, SerialNumber | ConvertTo-Json
        $saved | Should -Be (Get-Battery -Recording $laptop | Select-Object -ExcludeProperty Timestamp, SerialNumber | ConvertTo-Json)
    }

    It 'masks serial numbers unless asked' {
        Save-BatteryRecording TestDrive:\masked.txt -Recording $laptop
        Save-BatteryRecording TestDrive:\kept.txt -Recording $laptop -IncludeSerialNumber
        $serial = (Get-Battery BAT1 -Recording $laptop).SerialNumber
        Get-Content TestDrive:\masked.txt -Raw | Should -Not -Match $serial
        Get-Content TestDrive:\kept.txt -Raw | Should -Match $serial
    }

    It 'overwrites only with -Force, and writes nothing with -WhatIf' {
        Save-BatteryRecording TestDrive:\once.txt -Recording $laptop -WhatIf
        'TestDrive:\once.txt' | Should -Not -Exist
        Save-BatteryRecording TestDrive:\once.txt -Recording $laptop
        { Save-BatteryRecording TestDrive:\once.txt -Recording $laptop } | Should -Throw -ErrorId 'RecordingExists,*'
        (Save-BatteryRecording TestDrive:\once.txt -Recording $laptop -Force -PassThru).Name | Should -Be 'once.txt'
    }
}

Describe 'Watch-Battery' {
    It 'ends when it has given enough' {
        (Watch-Battery -Recording $laptop -Count 2 -Interval 0.05).Count | Should -Be 4
    }

    It 'ends with the pipeline' {
        (Watch-Battery -Recording $laptop -Interval 3600 | Select-Object -First 1).Name | Should -Be 'BAT0'
    }

    It 'ends when the time is up' {
        (Watch-Battery -Recording $laptop -ChangedOnly -Interval 0.05 -Timeout 0.4).Count | Should -Be 2
    }

    It 'ends when a battery is as wanted' {
        (Watch-Battery BAT1 -Recording $laptop -Until Discharging).Name | Should -Be 'BAT1'
        (Watch-Battery -Recording $laptop -Below 70).Count | Should -Be 2
    }

    It 'is stopped at once, as by Ctrl+C' {
        $shell = [powershell]::Create().AddScript("Import-Module '$((Get-Module Battery).Path -replace 'Battery.PowerShell.dll$', 'Battery.psd1')'; Watch-Battery -Recording '$laptop' -Interval 0")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $null = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -lt 2) { Start-Sleep -Milliseconds 10 }
        (Measure-Command { $shell.Stop() }).TotalSeconds | Should -BeLessThan 2
        $shell.Dispose()
    }

    It 'runs in a job' {
        $module = "$root/artifacts/module/Battery"
        $job = Start-Job { Import-Module $using:module; Watch-Battery -Recording $using:laptop -Count 1 }
        $samples = $job | Receive-Job -Wait -AutoRemoveJob
        $samples.Name | Should -Be 'BAT0', 'BAT1'
        $samples[1].State | Should -Be 'Discharging'
        $samples[1] | Should -BeOfType [Battery.BatteryInfo]
    }
}

Describe 'Views' {
    It 'fits 80 columns' {
        $lines = (Get-Battery -Recording $laptop | Format-Table | Out-String -Width 80) -split '\r?\n'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        $lines -join "`n" | Should -Match 'BAT1 +███░░  68% +Discharging +5h 12m +8\.3 W +88%'
    }

    It 'has no colour in a file' {
        Get-Battery -Recording $laptop > TestDrive:\batteries.txt
        Get-Content TestDrive:\batteries.txt -Raw | Should -Not -Match "`e"
    }

    It 'has no colour where it is unwanted' {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'PlainText'
            Get-Battery -Recording $withMouse -Scope All | Out-String | Should -Not -Match "`e"
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'has a list, a wide view and one for totals' {
        Get-Battery BAT1 -Recording $laptop | Format-List | Out-String | Should -Match 'Energy +: 43.42 Wh'
        Get-Battery -Recording $laptop | Format-Wide | Out-String | Should -Match 'BAT0 80% +BAT1 68%'
        Get-Battery -Total -Recording $laptop | Out-String | Should -Match 'BAT0\+BAT1 .* 60.9 of 84.8 Wh'
        Get-BatteryManager -Recording $laptop | Out-String | Should -Match 'sysfs +2 Offline'
    }

    It 'has sets of properties' {
        (Get-Battery BAT0 -Recording $laptop | Select-Object Health).PSObject.Properties.Name | Should -Contain 'CycleCount'
        (Get-Battery BAT0 -Recording $laptop | Select-Object Identity).Vendor | Should -Be 'LGC'
    }
}

Describe 'Objects that travel' {
    It 'come back from a file as batteries' {
        Get-Battery -Recording $laptop | Export-Clixml TestDrive:\batteries.xml
        $back = Import-Clixml TestDrive:\batteries.xml
        $back[1] | Should -BeOfType [Battery.BatteryInfo]
        $back[1].State | Should -Be 'Discharging'
    }

    It 'become JSON and CSV' {
        (Get-Battery BAT0 -Recording $laptop | ConvertTo-Json | ConvertFrom-Json).Voltage | Should -Be 12.178
        (Get-Battery -Recording $laptop | ConvertTo-Csv | ConvertFrom-Csv)[1].Energy | Should -Be '43.42'
    }

    It 'sort, group and add up' {
        (Get-Battery -Recording $laptop | Sort-Object EnergyRate -Descending)[0].Name | Should -Be 'BAT1'
        (Get-Battery -Recording $laptop | Group-Object State).Count | Should -Be 2
        (Get-Battery -Recording $laptop | Measure-Object Percentage -Average).Average | Should -Be 74
    }
}

Describe 'Help' {
    It 'has <_>' -ForEach 'Get-Battery', 'Get-BatteryManager', 'Watch-Battery' {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Examples.Example.Count | Should -BeGreaterOrEqual 5
        $help | Out-String -Width 100 | Should -Match 'Example 5'
    }

    It 'has about_Battery' {
        Get-Help about_Battery | Out-String | Should -Match 'StateOfHealth'
    }
}

Describe 'The manifest' {
    It 'is valid' {
        $manifest = Test-ModuleManifest (Join-Path $root artifacts module Battery Battery.psd1)
        $manifest.ExportedCmdlets.Keys | Sort-Object | Should -Be 'Get-Battery', 'Get-BatteryManager', 'Save-BatteryRecording', 'Watch-Battery'
    }
}

Describe 'Machines of other systems' {
    It 'reads a <system> machine' -ForEach @(
        @{ system = 'macos'; machine = 'macbook-pro-retina-intel/ioreg.txt'; name = 'InternalBattery-0'; state = 'Charging' }
        @{ system = 'windows'; machine = 'lenovo-on-mains/recording.txt'; name = 'BAT0'; state = 'Full' }
    ) {
        $battery = Get-Battery -Recording "$root/tests/fixtures/$system/$machine"
        $battery.Name | Should -Be $name
        $battery.State | Should -Be $state
    }
}

Describe 'The cookbook' {
    BeforeAll {
        $pages = Get-Content "$root/docs/cookbook.md" -Raw
        function Get-Recipe([string] $title) {
            [scriptblock]::Create([regex]::Match($pages, "## $title\r?\n.*?``````powershell\r?\n(.*?)``````", 'Singleline').Groups[1].Value)
        }
    }

    # Machines that tell nothing or little, one without a battery, and one whose batteries are fine.
    It 'says nothing of <_>, of which nothing bad is known' -ForEach 'garbage-values', 'endless-file', 'desktop', 'thinkpad-t480-dual' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = "$root/tests/fixtures/linux/$_/sys"; 'Watch-Battery:Count' = 1; 'Watch-Battery:Timeout' = 1 }
        & (Get-Recipe 'Warn below 20 %') 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | Should -BeNullOrEmpty
        & (Get-Recipe 'Peripherals') | Should -BeNullOrEmpty
    }

    It 'warns once of a battery that is low' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = "$root/tests/fixtures/linux/logitech-g935-headset/sys"; 'Watch-Battery:Scope' = 'All'; 'Watch-Battery:Timeout' = 1; 'Watch-Battery:Interval' = 0.1 }
        & (Get-Recipe 'Warn below 20 %') 3>&1 | Should -HaveCount 1
        (& (Get-Recipe 'Peripherals')).Name | Should -Be 'hidpp_battery_0'
    }

    It 'has a prompt that works in strict mode without a battery' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $desktop }
        Set-StrictMode -Version Latest
        . (Get-Recipe 'A segment for the prompt')
        prompt | Should -Match '^PS '
    }
}
