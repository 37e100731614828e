# Charge limits of laptops of the test's own: what is written, and what is refused. The rules for drivers are tested in C#.
BeforeDiscovery { . "$PSScriptRoot/Laptops.ps1" }
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"

    # A laptop whose thresholds are files: New-LimitedLaptop BAT0=40-100 BAT1=-100
    function New-LimitedLaptop([Parameter(ValueFromRemainingArguments)] [string[]] $Battery) {
        $tree = New-Tree
        foreach ($one in $Battery) {
            $name, $start, $end = $one -split '[=-]'
            Set-Supply $tree $name STATUS=Charging CAPACITY=50
            if ($start) { Set-Content "$tree/class/power_supply/$name/charge_control_start_threshold" $start }
            if ($end) { Set-Content "$tree/class/power_supply/$name/charge_control_end_threshold" $end }
        }
        $tree
    }
    function Get-End($Tree, $Name = 'BAT0') { Get-Content "$Tree/class/power_supply/$Name/charge_control_end_threshold" }
    function Get-Start($Tree, $Name = 'BAT0') { Get-Content "$Tree/class/power_supply/$Name/charge_control_start_threshold" }
    function Get-Problem([scriptblock] $Script) { try { $null = & $Script } catch { $_ } }
}

Describe 'Set-BatteryChargeLimit' -Skip:(-not $IsLinux) {
    BeforeEach { $tree = New-LimitedLaptop BAT0=40-100 BAT1=40-100 }

    It 'sets the end of all batteries without a name, and writes nothing' {
        Set-BatteryChargeLimit -End 80 -SysfsRoot $tree | Should -BeNullOrEmpty
        'BAT0', 'BAT1' | ForEach-Object { Get-End $tree $_ } | Should -Be 80, 80
        Get-Start $tree | Should -Be 40
    }

    It 'sets the batteries of <names>' -ForEach @(
        @{ names = 'a name'; script = { param($tree) Set-BatteryChargeLimit BAT1 -End 80 -SysfsRoot $tree } }
        @{ names = 'a pattern'; script = { param($tree) Set-BatteryChargeLimit *1 -End 80 -SysfsRoot $tree } }
        @{ names = 'the pipeline'; script = { param($tree) 'BAT1' | Set-BatteryChargeLimit -End 80 -SysfsRoot $tree } }
        @{ names = 'batteries on the pipeline'; script = { param($tree) Get-Battery BAT1 -SysfsRoot $tree | Set-BatteryChargeLimit -End 80 -SysfsRoot $tree } }
        @{
            names = 'a manager and a name'
            script = { param($tree) Get-BatteryManager -SysfsRoot $tree | Set-BatteryChargeLimit BAT1 -End 80 -SysfsRoot $tree }
        }
    ) {
        & $script $tree
        'BAT0', 'BAT1' | ForEach-Object { Get-End $tree $_ } | Should -Be 100, 80
    }

    It 'sets start and end, and gives the battery with -PassThru' {
        $now = Set-BatteryChargeLimit BAT0 -End 80 -Start 75 -SysfsRoot $tree -PassThru
        $now | Should -BeOfType [Battery.BatteryInfo]
        $now.Name, $now.ChargeStartThreshold, $now.ChargeLimit | Should -Be BAT0, 75, 80
    }

    It 'removes the limit with -Full' {
        Set-BatteryChargeLimit BAT0 -End 80 -Start 75 -SysfsRoot $tree
        Set-BatteryChargeLimit BAT0 -Full -SysfsRoot $tree
        (Get-Start $tree), (Get-End $tree) | Should -Be 0, 100
    }

    It 'writes nothing with -WhatIf, and says what it would do' {
        $result = Invoke-Shell "Import-Module '$module'; Set-BatteryChargeLimit BAT0 -End 80 -Start 75 -SysfsRoot '$tree' -WhatIf"
        $result.Output | Should -BeLike "*Set the charge limit to 80 %, and start charging below 75 %*BAT0 in '$tree'*"
        Get-End $tree | Should -Be 100
    }

    It 'asks with -Confirm, and not without it' {
        (Get-Command Set-BatteryChargeLimit).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true).ConfirmImpact |
            Should -Be Medium
        $script = "Import-Module '$module'; Set-BatteryChargeLimit BAT0 -End 80 -SysfsRoot '$tree' -Confirm"
        $null = Invoke-Shell $script -InputText "n`n"
        Get-End $tree | Should -Be 100
        $null = Invoke-Shell $script -InputText "y`n"
        Get-End $tree | Should -Be 80
    }

    It 'warns that a device has no start' {
        $tree = New-LimitedLaptop BAT0=-100
        $null = Set-BatteryChargeLimit -End 80 -Start 75 -SysfsRoot $tree -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Be 'BAT0: the device has no percentage at which charging starts; -Start has no effect.'
        Get-End $tree | Should -Be 80
    }

    It 'warns that a start which follows the end differs' {
        $start = "$tree/class/power_supply/BAT0/charge_control_start_threshold"
        chmod 444 $start
        $null = Set-BatteryChargeLimit BAT0 -End 80 -Start 75 -SysfsRoot $tree -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Be 'BAT0: the device starts charging below 40 % instead of 75 %.'
        $null = Set-BatteryChargeLimit BAT0 -Full -SysfsRoot $tree -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Be 'BAT0: charging still starts below 40 % only; the device does not remove that.'
    }

    It 'warns that a limit has no number' {
        $tree = New-LimitedLaptop BAT0=
        Set-Content "$tree/class/power_supply/BAT0/charge_types" 'Fast [Standard] Long_Life'
        $null = Set-BatteryChargeLimit -End 80 -SysfsRoot $tree -WarningVariable warnings -WarningAction SilentlyContinue -ErrorVariable problems
        "$warnings" | Should -Be 'BAT0: the limit is on; the device does not report at which percentage.'
    }

    It 'refuses a start above the end' {
        $problem = Get-Problem { Set-BatteryChargeLimit -End 80 -Start 90 -SysfsRoot $tree }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ChargeStartAboveEnd,*'
        $problem.CategoryInfo.Category | Should -Be InvalidArgument
        Get-End $tree | Should -Be 100
    }

    It 'refuses -Full that is false' {
        $problem = Get-Problem { Set-BatteryChargeLimit -Full:$false -SysfsRoot $tree }
        $problem.FullyQualifiedErrorId | Should -BeLike 'NoChargeLimit,*'
        "$problem" | Should -Be '-Full is false, and there is no -End.'
    }

    It 'refuses <arguments>' -ForEach @(
        @{ arguments = '-End 0' }, @{ arguments = '-End 101' }, @{ arguments = '-End 80 -Start 100' }, @{ arguments = '-End 80 -Full' }
        @{ arguments = '-Start 40' }, @{ arguments = '-Full -Start 40' }
    ) {
        $shell = [powershell]::Create().AddScript("Import-Module '$module'; Set-BatteryChargeLimit $arguments -SysfsRoot '$tree'")
        $null = $shell.Invoke()
        $shell.HadErrors | Should -BeTrue
        $shell.Dispose()
        Get-End $tree | Should -Be 100
    }

    It 'reports each battery without a limit, and sets the others' {
        $tree = New-LimitedLaptop BAT0= BAT1=40-100
        Set-BatteryChargeLimit -End 80 -SysfsRoot $tree -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -BeLike 'ChargeLimitNotSupported,*'
        $problems.CategoryInfo.Category | Should -Be NotImplemented
        $problems.Exception.Error | Should -Be NotSupported
        $problems.TargetObject.Name | Should -Be BAT0
        Get-End $tree BAT1 | Should -Be 80
    }

    It 'reports a name that no battery has' {
        $problem = Get-Problem { Set-BatteryChargeLimit BAT7 -End 80 -SysfsRoot $tree -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
    }

    It 'sets the limit of this machine without -SysfsRoot, also of its batteries on the pipeline' -Skip:(-not (Test-MountNamespace)) {
        $script = "Import-Module '$module'; Set-BatteryChargeLimit BAT0 -End 80; Get-Battery BAT1 | Set-BatteryChargeLimit -End 70"
        (Invoke-Shell $script -Sys $tree).Error | Should -BeNullOrEmpty
        (Get-End $tree), (Get-End $tree BAT1) | Should -Be 80, 70
    }

    It 'does not change a folder that only the battery names' {
        $problem = Get-Problem { Get-Battery BAT0 -SysfsRoot $tree | Set-BatteryChargeLimit -End 80 -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ChargeLimitSourceNotNamed,*'
        $problem.ErrorDetails.RecommendedAction | Should -Be "Give -SysfsRoot '$tree' to change it."
        Get-End $tree | Should -Be 100
    }

    It 'takes a folder whose name ends in a separator as the same folder' {
        Get-Battery BAT0 -SysfsRoot "$tree/" | Set-BatteryChargeLimit -End 80 -SysfsRoot $tree -ErrorAction Stop
        Get-Battery BAT1 -SysfsRoot $tree | Set-BatteryChargeLimit -End 70 -SysfsRoot "$tree/" -ErrorAction Stop
        (Get-End $tree), (Get-End $tree BAT1) | Should -Be 80, 70
    }

    It 'does not change a folder that only a manager names' {
        $problem = Get-Problem { Get-BatteryManager -SysfsRoot $tree | Set-BatteryChargeLimit -End 80 -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ChargeLimitSourceNotNamed,*'
        Get-End $tree | Should -Be 100
    }

    It 'does not change another folder than the battery was read from' {
        $other = New-LimitedLaptop BAT0=40-100
        $problem = Get-Problem { Get-Battery BAT0 -SysfsRoot $tree | Set-BatteryChargeLimit -End 80 -SysfsRoot $other -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ChargeLimitSourceNotNamed,*'
        (Get-End $tree), (Get-End $other) | Should -Be 100, 100
    }

    It 'never changes a recording' {
        Save-BatteryRecording "$tree/laptop.txt" -SysfsRoot $tree
        $before = Get-Content "$tree/laptop.txt" -Raw
        (Get-Command Set-BatteryChargeLimit).Parameters.Keys | Should -Not -Contain Recording
        $problem = Get-Problem { Get-Battery BAT0 -Recording "$tree/laptop.txt" | Set-BatteryChargeLimit -End 80 -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ChargeLimitSourceNotNamed,*'
        "$problem" | Should -BeLike '*is a recording, which is never changed.'
        Get-Content "$tree/laptop.txt" -Raw | Should -Be $before
    }

    It 'reports a battery that was removed' {
        $battery = Get-Battery BAT0 -SysfsRoot $tree
        Remove-Supply $tree BAT0
        $problem = Get-Problem { $battery | Set-BatteryChargeLimit -End 80 -SysfsRoot $tree -ErrorAction Stop }
        $problem.FullyQualifiedErrorId | Should -BeLike 'BatteryGone,*'
    }
}
