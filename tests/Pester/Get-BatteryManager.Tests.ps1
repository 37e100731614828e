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
