BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $desktop = Get-Laptop desktop
    $withMouse = Get-Laptop lenovo-with-mouse
}

Describe 'Get-Battery' {
    It 'emits every battery, in order' {
        (Get-Battery -Recording $laptop).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'emits numbers as numbers and unknown values as null' {
        $battery = Get-Battery BAT1 -Recording $laptop
        $battery.PSObject.TypeNames[0] | Should -Be 'Battery.BatteryInfo'
        $battery.Percentage | Should -BeOfType [double]
        $battery.EnergyRate | Should -Be 8.341
        $battery.TimeToEmpty | Should -BeOfType [TimeSpan]
        $battery.Temperature | Should -BeNull
        $battery.TimeToFull | Should -BeNull
        $battery.State | Should -Be 'Discharging'
    }

    It 'emits nothing for a machine without a battery, and says so with -Verbose' {
        Get-Battery -Recording $desktop | Should -BeNullOrEmpty
        Get-Battery -Recording $desktop -Verbose 4>&1 | Where-Object { $_ -like 'No battery*' } | Should -HaveCount 1
    }

    It 'reads a <system> machine' -ForEach @(
        @{ system = 'macos'; machine = 'macbook-pro-retina-intel'; name = 'InternalBattery-0'; state = 'Charging' }
        @{ system = 'windows'; machine = 'lenovo-on-mains'; name = 'BAT0'; state = 'Full' }
    ) {
        $battery = Get-Battery -Recording (Get-Laptop $machine $system)
        $battery.Name | Should -Be $name
        $battery.State | Should -Be $state
    }
}

Describe 'Get-Battery -Name' {
    It 'takes <name> for <expected>' -ForEach @(
        @{ name = 'BAT*'; expected = 'BAT0', 'BAT1' }
        @{ name = 'bat1'; expected = , 'BAT1' }
        @{ name = '*[0]'; expected = , 'BAT0' }
        @{ name = 'BAT1', 'BAT*', 'BAT0'; expected = 'BAT0', 'BAT1' }
    ) {
        (Get-Battery -Name $name -Recording $laptop).Name | Should -Be $expected
    }

    It 'comes from the pipeline' {
        ('BAT1', 'BAT0' | Get-Battery -Recording $laptop).Name | Should -Be 'BAT1', 'BAT0'
    }

    It 'emits no error for a wildcard that matches nothing, and says so with -Verbose' {
        Get-Battery X* -Recording $laptop -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
        Get-Battery X* -Recording $laptop -Verbose 4>&1 | Where-Object { $_ -like '*X[*]*' } | Should -HaveCount 1
    }

    It 'reports each name that is not there, which are there, and goes on' {
        $found = Get-Battery BAT7, BAT1, BAT8 -Recording $laptop -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'BAT1'
        $problems.TargetObject | Should -Be 'BAT7', 'BAT8'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($problems[0])" | Should -BeLike '*BAT7*BAT0, BAT1*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'reports a name on a machine without a battery' {
        Get-Battery BAT0 -Recording $desktop -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        "$problems" | Should -BeLike "*'BAT0'*"
    }

    It 'reports <name> of another scope than <scope>, what there is and how to get it' -ForEach @(
        @{ name = 'hidpp_battery_0'; scope = 'System'; found = 'BAT0' }
        @{ name = 'bat0'; scope = 'Peripheral'; found = 'hidpp_battery_0' }
    ) {
        Get-Battery $name -Scope $scope -Recording $withMouse -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
        "$problems" | Should -Be "Cannot find a battery named '$name' of scope $scope. Batteries found: $found. With -Scope All the others are searched, too."
    }

    It 'reports a name that is in no scope' {
        Get-Battery BAT7 -Scope All -Recording $withMouse -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$problems" | Should -Be "Cannot find a battery named 'BAT7'. Batteries found: BAT0, hidpp_battery_0."
    }

    It 'refuses a pattern that is not valid' {
        { Get-Battery 'BAT[' -Recording $laptop } | Should -Throw '*BAT`[*' -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }
}

Describe 'Get-Battery -Scope' {
    It '<scope> emits <expected>' -ForEach @(
        @{ scope = 'System'; expected = , 'BAT0' }
        @{ scope = 'Peripheral'; expected = , 'hidpp_battery_0' }
        @{ scope = 'All'; expected = 'BAT0', 'hidpp_battery_0' }
    ) {
        (Get-Battery -Scope $scope -Recording $withMouse).Name | Should -Be $expected
    }

    It 'is System where it is not given' {
        (Get-Battery -Recording $withMouse).Name | Should -Be 'BAT0'
    }
}

Describe 'Get-Battery -Recording' {
    It 'reports a path that does not exist' {
        { Get-Battery -Recording /no/such/recording -ErrorAction Stop } | Should -Throw -ErrorId 'RecordingNotFound,*'
    }

    It 'reports <path>, with <id>' -ForEach @(
        @{ path = 'env:PATH'; id = 'RecordingNotFileSystem' }
        @{ path = 'README.md'; id = 'NotARecording' }
    ) {
        Push-Location $repository
        try { { Get-Battery -Recording $path -ErrorAction Stop } | Should -Throw -ErrorId "$id,*" }
        finally { Pop-Location }
    }

    It 'says what to do' {
        $problem = try { Get-Battery -Recording "$repository/README.md" -ErrorAction Stop } catch { $_ }
        $problem.CategoryInfo.Category | Should -Be 'InvalidData'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'excludes -SysfsRoot' {
        { Get-Battery -Recording $laptop -SysfsRoot $laptop } | Should -Throw
    }
}

Describe 'Get-Battery -SysfsRoot' -Skip:(-not $IsLinux) {
    It 'takes the path <path>' -ForEach 'sys', './sys/', '../thinkpad-t480-dual/sys', 'fixture:/sys' {
        $null = New-PSDrive fixture -PSProvider FileSystem -Root (Split-Path $laptop)
        Push-Location (Split-Path $laptop)
        try { (Get-Battery -SysfsRoot $_).Name | Should -Be 'BAT0', 'BAT1' }
        finally { Pop-Location; Remove-PSDrive fixture }
    }

    It 'may begin at home' {
        $problem = try { Get-Battery -SysfsRoot '~/no such root' } catch { $_ }
        $problem.TargetObject | Should -Be "$HOME/no such root"
    }

    It 'may hold characters that are wildcards elsewhere' {
        $tree = "$(New-Tree)/[host]*"
        $null = [IO.Directory]::CreateDirectory("$tree/class/power_supply/BAT0")
        [IO.File]::WriteAllText("$tree/class/power_supply/BAT0/uevent", "POWER_SUPPLY_TYPE=Battery`nPOWER_SUPPLY_CAPACITY=50`n")
        (Get-Battery -SysfsRoot $tree).Percentage | Should -Be 50
    }

    It 'ends on a folder that does not exist' {
        $problem = try { Get-Battery -SysfsRoot /no/such/root } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'SysfsRootNotFound,*'
        $problem.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problem.TargetObject | Should -Be '/no/such/root'
        "$problem" | Should -BeLike '*/no/such/root*'
    }

    It 'ends on a path of another provider' {
        { Get-Battery -SysfsRoot env:PATH } | Should -Throw -ErrorId 'SysfsRootNotFileSystem,*'
    }
}

Describe 'Get-Battery of this machine' {
    BeforeAll {
        # A recorded laptop stands for this machine: a process has it as its /sys.
        $missing = if (-not (Test-MountNamespace)) { 'this user or system has no mount namespaces (unshare)' }
        function Invoke-Here([string] $Script) {
            $run = Invoke-Shell "Import-Module '$module'; $Script" -Sys $laptop
            if ($run.Error) { throw $run.Error }
            $run.Output.Trim() -split '\r?\n'
        }
    }

    It 'has the name of the machine as the source, without any parameter' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        Invoke-Here 'Get-Battery | ForEach-Object { "$($_.Name) $($_.Source)" }' |
            Should -Be ('BAT0', 'BAT1').ForEach{ "$_ $([Environment]::MachineName)" }
    }

    It 'is read again from the pipeline, watched, added up and saved' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        Invoke-Here '(Get-Battery BAT1 | Get-Battery).Percentage' | Should -Be 68
        Invoke-Here '(Get-Battery BAT1 | Watch-Battery -Count 1).Percentage' | Should -Be 68
        Invoke-Here '(Get-Battery -Total).Source' | Should -Be ([Environment]::MachineName)
        Invoke-Here "Save-BatteryRecording '$(New-Tree)/here.txt' -PassThru | Get-Battery | ForEach-Object Name" | Should -Be 'BAT0', 'BAT1'
    }

    It 'completes the names of its batteries' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        Invoke-Here '(TabExpansion2 "Get-Battery B" 13).CompletionMatches.CompletionText' | Should -Be 'BAT0', 'BAT1'
    }
}

Describe 'Get-Battery -InputObject' {
    BeforeAll {
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50 SERIAL_NUMBER=1
        Set-Supply $tree BAT1 CAPACITY=60 SERIAL_NUMBER=2
        Set-Supply $tree BAT2 CAPACITY=70
        $all = Get-Battery -Recording $tree
        Set-Supply $tree BAT0 CAPACITY=49 SERIAL_NUMBER=1
        Set-Supply $tree BAT1 CAPACITY=60 SERIAL_NUMBER=9
        Remove-Supply $tree BAT2
    }

    It 'reads a battery again, by <how>' -ForEach @(
        @{ how = 'name'; read = { Get-Battery -InputObject $all[0] -Recording $tree } }
        @{ how = 'pipeline'; read = { $all[0] | Get-Battery -Recording $tree } }
    ) {
        (& $read).Percentage | Should -Be 49
    }

    It 'reports a battery that was removed or exchanged' {
        $again = $all | Get-Battery -Recording $tree -ErrorVariable problems -ErrorAction SilentlyContinue
        $again.Name | Should -Be 'BAT0'
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryGone,*'
        $problems | Should -HaveCount 2
        "$($problems[0])" | Should -BeLike '*BAT1*2*9*'
        "$($problems[1])" | Should -BeLike '*BAT2*'
    }
}

Describe 'Get-Battery -Verbose' {
    It 'reports once which library is used' {
        $messages = @('BAT0', 'BAT1' | Get-Battery -Recording $laptop -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
        $messages | Should -HaveCount 1
        "$messages" | Should -Match 'libbattery \d+\.\d+\.\d+ '
        "$messages" | Should -Match ([regex]::Escape((Get-BatteryManager -Recording $laptop).LibraryPath))
    }
}

Describe '$PSDefaultParameterValues' {
    It 'gives <command> its recording' -ForEach 'Get-Battery', 'Get-BatteryManager', 'Watch-Battery -Count 1',
        'Save-BatteryRecording TestDrive:/defaults.txt -PassThru' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $laptop }
        & ([scriptblock]::Create($_)) | Should -Not -BeNullOrEmpty
    }

    It 'gives -Name and -Scope' {
        $PSDefaultParameterValues = @{ 'Get-Battery:Recording' = $withMouse; 'Get-Battery:Scope' = 'All'; 'Get-Battery:Name' = 'hid*' }
        (Get-Battery).Name | Should -Be 'hidpp_battery_0'
        (Get-Battery -Name *).Name | Should -Be 'BAT0', 'hidpp_battery_0'
    }
}
