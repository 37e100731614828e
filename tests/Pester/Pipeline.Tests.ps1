# What can be piped into the cmdlets, where it is read, and what its path may be.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $withMouse = Get-Laptop lenovo-with-mouse
    $fleet = (New-Item -ItemType Directory (Join-Path $TestDrive fleet)).FullName
    foreach ($number in 1..3) {
        Save-BatteryRecording "$fleet/laptop$number.txt" -Recording $laptop
    }
}

Describe 'Recordings' {
    It 'are taken as several paths' {
        (Get-Battery -Recording "$fleet/laptop1.txt", "$fleet/laptop2.txt").Source |
            Should -Be (@("$fleet/laptop1.txt") * 2 + @("$fleet/laptop2.txt") * 2 | ForEach-Object { (Resolve-Path $_).Path })
    }

    It 'are taken as wildcards' {
        (Get-Battery -Recording "$fleet/*.txt" -Total).Source | Split-Path -Leaf | Should -Be 'laptop1.txt', 'laptop2.txt', 'laptop3.txt'
        (Get-BatteryManager -Recording "$fleet/laptop[12].txt").BatteryCount | Should -Be 2, 2
    }

    It 'are taken from files on the pipeline' {
        (Get-ChildItem $fleet/*.txt | Get-Battery BAT1).Source | Split-Path -Leaf | Should -Be 'laptop1.txt', 'laptop2.txt', 'laptop3.txt'
        (Get-ChildItem $fleet/*.txt | Get-BatteryManager).BatteryCount | Should -Be 2, 2, 2
        ([pscustomobject]@{ FullName = "$fleet/laptop1.txt" } | Get-Battery -Total).Source | Should -BeLike '*laptop1.txt'
    }

    It 'have a path that is taken as it is where it exists' {
        $odd = (New-Item -ItemType Directory (Join-Path $TestDrive 'odd')).FullName
        Save-BatteryRecording "$odd/a[1].txt" -Recording $laptop
        Save-BatteryRecording "$odd/a1.txt" -Recording $withMouse
        (Get-Battery -Recording "$odd/a[1].txt").Name | Should -Be 'BAT0', 'BAT1'
        (Get-ChildItem -LiteralPath "$odd/a[1].txt" | Get-Battery).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'that cannot be read are errors that leave the others' {
        Set-Content "$fleet/../none.txt" 'nothing'
        $paths = "$fleet/laptop1.txt", "$fleet/missing.txt", "$fleet/missing*.txt", "$fleet/../none.txt", "$fleet/laptop2.txt"
        $found = Get-Battery -Total -Recording $paths -ErrorVariable problems -ErrorAction SilentlyContinue
        $found | Should -HaveCount 2
        $problems.FullyQualifiedErrorId -replace ',.*' | Should -Be 'RecordingNotFound', 'RecordingNotFound', 'NotARecording'
        "$($problems[1])" | Should -BeLike "*missing*.txt*"
    }

    It 'are not given together with a folder for /sys' {
        { Get-Battery -Recording $laptop -SysfsRoot $laptop } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }
}

Describe 'A battery of a copied tree' {
    It 'is read again where only uevent has its scope' {
        $keyboard = "$(Get-Laptop pinephone-keyboard-case)"
        $batteries = Get-Battery -Recording $keyboard -Scope All
        ($batteries | Get-Battery -ErrorAction Stop).Name | Should -Be $batteries.Name
        ($batteries | Get-BatteryValue -Name Percentage -ErrorAction Stop).Battery | Should -Be $batteries.Name
    }
}

Describe 'A manager' {
    It 'is read by <_>' -ForEach 'Get-Battery', 'Get-Battery -Total', 'Watch-Battery -Count 1', 'Get-Battery BAT1', 'Watch-Battery BAT1 -Count 1' {
        $byName = [scriptblock]::Create("param(`$manager) $_ -Manager `$manager")
        $byPipe = [scriptblock]::Create("param(`$manager) `$manager | $_")
        $manager = Get-BatteryManager -Recording $laptop
        $expected = & ([scriptblock]::Create("$_ -Recording '$laptop'"))
        (& $byName $manager).Name | Should -Be $expected.Name
        (& $byPipe $manager).Name | Should -Be $expected.Name
        $manager.IsDisposed | Should -BeFalse
        $manager.Dispose()
    }

    It 'is saved' {
        Get-BatteryManager -Recording $laptop | Save-BatteryRecording "$fleet/../saved.txt"
        Save-BatteryRecording "$fleet/../saved2.txt" -Manager (Get-BatteryManager -Recording $laptop)
        (Get-Battery -Recording "$fleet/../saved.txt", "$fleet/../saved2.txt").Name | Should -Be 'BAT0', 'BAT1', 'BAT0', 'BAT1'
    }

    It 'comes before default values for the machine' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $withMouse }
        $manager = [Battery.BatteryManager](Get-BatteryManager -Recording $laptop)
        ($manager | Get-Battery).Name | Should -Be 'BAT0', 'BAT1'
        ($manager | Watch-Battery -Count 1).Name | Should -Be 'BAT0', 'BAT1'
        $PSDefaultParameterValues = @{ '*-Battery*:SysfsRoot' = $withMouse }
        ($manager | Get-Battery).Name | Should -Be 'BAT0', 'BAT1'
        (Get-Battery -Recording $laptop).Name | Should -Be 'BAT0', 'BAT1'
    }

    It 'is never taken for a name' {
        { Get-Battery -Name (Get-BatteryManager -Recording $laptop) } | Should -Throw '*BatteryManager is not a battery''s name*'
    }

    It 'is watched alone' {
        $managers = Get-BatteryManager -Recording "$fleet/laptop1.txt", "$fleet/laptop2.txt"
        { $managers | Watch-Battery -Count 1 } | Should -Throw -ErrorId 'SeveralMachines,*'
    }
}

Describe 'Names' {
    It 'come as strings and as objects that Import-Csv makes' {
        ('BAT1' | Get-Battery -Recording $laptop).Name | Should -Be 'BAT1'
        ([pscustomobject]@{ Name = 'BAT1' } | Get-Battery -Recording $laptop).Name | Should -Be 'BAT1'
        ([pscustomobject]@{ Name = 'BAT1' } | Watch-Battery -Count 1 -Recording $laptop).Name | Should -Be 'BAT1'
    }

    It 'choose the batteries of a total, and so does the scope' {
        (Get-Battery BAT1 -Total -Recording $laptop).Name | Should -Be 'BAT1'
        (Get-Battery -Total -Scope All -Recording $withMouse).Count | Should -Be 2
        (Get-BatteryManager -Recording $laptop | Get-Battery BAT* -Total).Count | Should -Be 2
    }

    It 'that nothing can be made of are refused' {
        { Get-Item $repository | Watch-Battery -Count 1 -ErrorAction Stop } | Should -Throw -ErrorId 'InputObjectNotBound,*'
    }
}

Describe 'A battery' {
    It 'is read again where it came from' {
        $batteries = Get-Battery -Recording "$fleet/laptop2.txt"
        ($batteries | Get-Battery).Source | Should -Be $batteries.Source
        ($batteries | Watch-Battery -Count 1).Source | Should -Be $batteries.Source
        ($batteries[1] | Watch-Battery -Count 1).Name | Should -Be 'BAT1'
        (Get-Battery -Scope Peripheral -Recording $withMouse | Get-Battery).Name | Should -Be 'hidpp_battery_0'
        (Get-Battery -Scope Peripheral -Recording $withMouse | Watch-Battery -Count 1).Name | Should -Be 'hidpp_battery_0'
    }

    It 'whose recording was deleted is an error that names it' {
        Save-BatteryRecording "$fleet/../gone.txt" -Recording $laptop
        $battery = Get-Battery BAT1 -Recording "$fleet/../gone.txt"
        Remove-Item "$fleet/../gone.txt"
        { $battery | Get-Battery -ErrorAction Stop } | Should -Throw -ErrorId 'RecordingNotFound,*' -ExpectedMessage '*gone.txt*'
    }
}

Describe 'A manager of a machine on the pipeline' -Skip:(-not $IsLinux) {
    It 'is read by <_>' -ForEach 'Get-Battery', 'Get-BatteryHealth' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Full CAPACITY=100
        $manager = Get-BatteryManager -SysfsRoot $tree
        ($manager | & $_ -ErrorAction Stop).Name | Should -Be 'BAT0'
        ($manager | & $_ BAT0 -ErrorAction Stop).Name | Should -Be 'BAT0'
        $manager.Dispose()
    }

    It 'is not a reason for <_> to accept no recording' -ForEach 'Get-Battery', 'Get-BatteryHealth' {
        { & $_ -Recording $null } | Should -Throw -ErrorId 'RecordingIsNull,*'
        { & $_ -Recording '' } | Should -Throw '*Recording*' -ExceptionType ([System.Management.Automation.ParameterBindingException])
        { & $_ -Recording @() } | Should -Throw '*Recording*' -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }
}
