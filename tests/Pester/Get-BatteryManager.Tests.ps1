BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Get-BatteryManager' {
    It 'describes the library and the machine' {
        $manager = Get-BatteryManager -Recording $laptop
        $manager.PSObject.TypeNames[0] | Should -Be 'Battery.BatteryManager'
        $manager.LibraryVersion | Should -Match '^\d+\.\d+\.\d+$'
        $manager.LibraryPath | Should -Exist
        $manager.LibraryPath | Should -BeLike "*$($manager.RuntimeIdentifier)*"
        $manager.Backend | Should -Be 'sysfs'
        $manager.BatteryCount | Should -Be 2
        $manager.ExternalPower | Should -Be 'Offline'
        $manager.HasEvents | Should -BeFalse
        $manager.Recording | Should -Be $laptop
        $manager.SysfsRoot | Should -BeNull
        $manager.AdapterPower | Should -BeNull
        "$manager" | Should -Be "sysfs: $laptop"
        $manager.Dispose()
    }

    It 'takes -SysfsRoot' -Skip:(-not $IsLinux) {
        $manager = Get-BatteryManager -SysfsRoot $laptop
        $manager.SysfsRoot | Should -Be $laptop
        $manager.Recording | Should -BeNull
        $manager.Dispose()
    }

    It 'ends on a -SysfsRoot that does not exist' -Skip:(-not $IsLinux) {
        { Get-BatteryManager -SysfsRoot /no/such/root } | Should -Throw -ErrorId 'SysfsRootNotFound,*'
    }

    It 'counts the batteries of now, without peripherals' -Skip:(-not $IsLinux) {
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50
        Set-Supply $tree mouse SCOPE=Device CAPACITY=50
        $manager = Get-BatteryManager -SysfsRoot $tree
        $manager.BatteryCount | Should -Be 1
        Set-Supply $tree BAT1 CAPACITY=50
        $manager.BatteryCount | Should -Be 2
        $manager.Dispose()
    }
}

Describe 'The adapters of a manager' {
    BeforeAll {
        $weak = Get-BatteryManager -Recording (Get-Laptop usb-c-45-w-too-weak)
        $mac = Get-BatteryManager -Recording (Get-Laptop macbook-air-m2-macos-27 macos)
    }
    AfterAll { $weak, $mac | ForEach-Object Dispose }

    It 'have a name, a type, a voltage, a current and a maximum power' {
        $weak.Adapters.Name | Should -Be 'ADP1', 'ucsi-source-psy-USBC000-001', 'ucsi-source-psy-USBC000-002'
        $weak.Adapters.Type | Should -Be 'Mains', 'UsbC', 'UsbPd'
        $weak.Adapters.IsOnline | Should -Be $true, $false, $true
        $weak.Adapters[2].Voltage | Should -Be 20
        $weak.Adapters[2].Current | Should -Be 2.25
        $weak.Adapters[2].MaximumPower | Should -Be 45
        $weak.Adapters[0].MaximumPower | Should -BeNull
        $mac.Adapters | Should -HaveCount 1
        $mac.Adapters[0].Name | Should -Be '30W USB-C Power Adapter'
        $mac.Adapters[0].MaximumPower | Should -Be 30
    }

    It 'explain a battery that discharges on external power' {
        $page = Get-Content "$repository/docs/values.md" -Raw
        $code = [regex]::Match($page, '## Adapters\n.*?```powershell\n(.*?)```', 'Singleline').Groups[1].Value -replace 'Get-BatteryManager', '$weak'
        & ([scriptblock]::Create($code)) | Should -Be 'adapter 45 W, drawn 52 W'
    }

    It 'have a table, and a short text in the list of the manager' {
        $lines = $weak.Adapters | Format-Table | Out-String -Width 80 -Stream | ForEach-Object TrimEnd
        $lines | Should -Contain 'ADP1                           Mains    True'
        $lines | Should -Contain 'ucsi-source-psy-USBC000-001    UsbC     False'
        $lines | Should -Contain 'ucsi-source-psy-USBC000-002    UsbPd    True    20.00 V   2.25 A   45.0 W'
        $weak | Format-List | Out-String -Width 200 |
            Should -Match 'Adapters +: {ADP1, ucsi-source-psy-USBC000-001 \(offline\), ucsi-source-psy-USBC000-002 \(45 W\)}'
        "$($mac.Adapters)" | Should -Be '30W USB-C Power Adapter (30 W)'
    }

    It 'are those of now' -Skip:(-not $IsLinux) {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=0
        $manager = Get-BatteryManager -SysfsRoot $tree
        $manager.Adapters.IsOnline | Should -Be $false
        Set-Supply $tree AC TYPE=Mains ONLINE=1
        $manager.Adapters.IsOnline | Should -Be $true
        $manager.Dispose()
        $manager.Adapters | Should -BeNullOrEmpty
    }

    It 'are none where the system reports none' {
        $manager = Get-BatteryManager -Recording (Get-Laptop lenovo-on-mains windows)
        $manager.ExternalPower | Should -Be 'Online'
        $manager.Adapters | Should -BeNullOrEmpty
        $manager.Dispose()
    }

    It 'are adapters again after a job or Export-Clixml' {
        $weak.Adapters | Export-Clixml "$TestDrive/adapters.xml"
        $read = Import-Clixml "$TestDrive/adapters.xml"
        $read[2] | Should -BeOfType Battery.BatteryAdapter
        "$($read[2])" | Should -Be "$($weak.Adapters[2])"
        $read[0].MaximumPower | Should -BeNull
        $read[1].IsOnline | Should -BeFalse
    }
}

Describe 'A manager' {
    BeforeAll { $manager = Get-BatteryManager -Recording $laptop }
    AfterAll { $manager.Dispose() }

    It 'is read through by <name>' -ForEach @(
        @{ name = 'the pipeline'; read = { $manager | Get-Battery }; expected = 'BAT0', 'BAT1' }
        @{ name = 'the pipeline, twice'; read = { $manager, $manager | Get-Battery BAT0 }; expected = 'BAT0', 'BAT0' }
        @{ name = '-Manager'; read = { Get-Battery -Manager $manager }; expected = 'BAT0', 'BAT1' }
        @{ name = '-Manager with -Name'; read = { Get-Battery -Manager $manager -Name *1 }; expected = , 'BAT1' }
        @{ name = '-Manager with -Scope'; read = { Get-Battery -Manager $manager -Scope Peripheral }; expected = @() }
    ) {
        @(& $read | ForEach-Object Name) | Should -Be $expected
    }

    It 'that was disposed of is an error that leaves the others' {
        $other = Get-BatteryManager -Recording $laptop
        $other.Dispose()
        $other.Dispose()
        $found = $other, $manager | Get-Battery -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'BAT0', 'BAT1'
        $problems.FullyQualifiedErrorId | Should -BeLike 'ManagerDisposed,*'
        $problems.CategoryInfo.Category | Should -Be 'InvalidOperation'
        $problems.ErrorDetails.RecommendedAction | Should -BeLike '*Get-BatteryManager*'
    }
}

# Only the live tree of a running system changes. Nothing notifies of a folder; the library polls every few seconds.
Describe 'The event Changed of a manager' -Skip:(-not $IsLinux) {
    BeforeAll {
        # A thread has its name some time after its start, and ends some time after it is told to.
        function Wait-Listener([int] $Count) {
            Wait-Until { @(@(Get-Content /proc/self/task/*/comm -ErrorAction Ignore) -eq 'Battery changes').Count -eq $Count } "a count of $Count threads"
        }
    }
    BeforeEach {
        Wait-Listener 0
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=0
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=50
        $manager = Get-BatteryManager -SysfsRoot $tree
    }
    AfterEach {
        Get-EventSubscriber -SourceIdentifier changed* | Unregister-Event
        $manager.Dispose()
        Get-Event -SourceIdentifier changed* | Remove-Event
    }

    It 'is raised when <what>' -ForEach @(
        @{ what = 'a battery changes'; change = { Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=49 } }
        @{ what = 'a battery is added'; change = { Set-Supply $tree BAT1 STATUS=Full CAPACITY=100 } }
        @{ what = 'external power is connected'; change = { Set-Supply $tree AC TYPE=Mains ONLINE=1 } }
    ) {
        Register-ObjectEvent $manager Changed -SourceIdentifier changed
        & $change
        $raised = Wait-Event changed -Timeout $patience
        $raised.Sender | Should -Be $manager
        (Get-Battery BAT0 -Manager $raised.Sender).Name | Should -Be 'BAT0'
    }

    It 'is raised for each change' {
        Register-ObjectEvent $manager Changed -SourceIdentifier changed
        foreach ($charge in 49, 48) {
            Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=$charge
            Wait-Event changed -Timeout $patience | Should -HaveCount 1
            Remove-Event changed
        }
    }

    It 'has a thread only while somebody listens' {
        Register-ObjectEvent $manager Changed -SourceIdentifier changed1
        Register-ObjectEvent $manager Changed -SourceIdentifier changed2
        Wait-Listener 1
        Unregister-Event changed1
        Wait-Listener 1
        Unregister-Event changed2
        Wait-Listener 0
        Register-ObjectEvent $manager Changed -SourceIdentifier changed3
        Wait-Listener 1
        $manager.Dispose()
        Wait-Listener 0
    }

    It 'takes no change from a wait with the same manager' {
        Register-ObjectEvent $manager Changed -SourceIdentifier changed
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=49
        $manager | Wait-Battery -Below 50 -Timeout $patience -ErrorAction Stop
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=48
        $manager | Wait-Battery -Below 49 -Timeout $patience -ErrorAction Stop
        Wait-Event changed -Timeout $patience | Should -Not -BeNullOrEmpty
    }

    It 'cannot be registered for after Dispose' {
        $manager.Dispose()
        { Register-ObjectEvent $manager Changed -SourceIdentifier changed -ErrorAction Stop } | Should -Throw
        Wait-Listener 0
    }
}
