BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    function Get-Line([Parameter(ValueFromPipeline)] [string] $Text) { $Text -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ } }
}

Describe 'The table' {
    It 'fits 80 columns' {
        $lines = Get-Battery -Recording $laptop | Format-Table | Out-String -Width 80 | Get-Line
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        $lines[2] | Should -Match '^BAT0 +Not charging +████████░░  80% +0\.0 W +91%$'
        $lines[3] | Should -Match '^BAT1 +Discharging +███████░░░  68% +8\.3 W +5h 12m +88%$'
    }

    It 'has blanks for unknown values, and not 0' {
        Get-Battery -Recording (Get-Laptop vendor-not-utf8) | Out-String -Width 80 | Get-Line | Should -Contain 'BAT0              Full         ██████████ 100%'
    }

    It 'keeps the bar in its column at <percentage> %' -ForEach @(
        @{ percentage = 106; bar = '██████████ 106%' }
        @{ percentage = -6; bar = '░░░░░░░░░░  -6%' }
    ) {
        [Battery.PowerShell.Formatting.BatteryFormat]::ChargeBar($percentage) | Should -Be $bar
    }
}

Describe 'The list' {
    It 'has every value with its unit' {
        $lines = Get-Battery BAT1 -Recording $laptop | Format-List | Out-String -Width 80 | Get-Line
        $names = (Get-Battery BAT1 -Recording $laptop).PSObject.Properties | Where-Object MemberType -EQ Property | ForEach-Object Name
        $lines | ForEach-Object { ($_ -split ':')[0].Trim() } | Sort-Object | Should -Be ($names | Sort-Object)
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        $lines -join "`n" | Should -Match '(?m)^Energy +: 43\.42 Wh$'
        $lines -join "`n" | Should -Match '(?m)^Temperature +:$'
    }
}

Describe 'Other views' {
    It 'show names and percentages in Format-Wide' {
        Get-Battery -Recording $laptop | Format-Wide | Out-String | Should -Match '^\s*BAT0 80%\s+BAT1 68%\s*$'
    }

    It 'show a total' {
        Get-Battery -Total -Recording $laptop | Out-String | Should -Match 'BAT0\+BAT1 .* 60.9 of 84.8 Wh'
    }

    It 'show a manager' {
        Get-BatteryManager -Recording $laptop | Out-String | Should -Match 'sysfs +2 Offline'
    }

    It 'select sets of properties' {
        (Get-Battery BAT0 -Recording $laptop | Select-Object Health).PSObject.Properties.Name | Should -Contain 'CycleCount'
        (Get-Battery BAT0 -Recording $laptop | Select-Object Identity).Vendor | Should -Be 'LGC'
    }
}
