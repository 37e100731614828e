# The views where the module is loaded: widths, units, times, and that a blank cell is an unknown value.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $withMouse = Get-Laptop lenovo-with-mouse
    $mac = Get-Laptop macbook-pro-retina-intel macos

    function Get-Line([object[]] $Objects, [int] $Width, [string] $Pattern) {
        ($Objects | Out-String -Width $Width) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ -match $Pattern }
    }

    # A laptop with one battery.
    function New-Laptop([Parameter(ValueFromRemainingArguments)] [string[]] $Line) {
        $tree = New-Tree
        Set-Supply $tree BAT0 $Line
        $tree
    }
}

Describe 'The table of batteries' {
    It 'leaves out whole columns at <width> columns, the least important first' -ForEach @(
        @{ width = 40; line = 'BAT1              ███░░  68% Discharging' }
        @{ width = 50; line = 'BAT1              ███░░  68% Discharging 5h 12m' }
        @{ width = 60; line = 'BAT1              ███░░  68% Discharging 5h 12m' }
        @{ width = 80; line = 'BAT1              ███░░  68% Discharging 5h 12m                  8.3 W    88%' }
        @{ width = 200; line = 'BAT1              ███░░  68% Discharging 5h 12m                  8.3 W    88%' }
    ) {
        Get-Line (Get-Battery -Recording $laptop) $width '^BAT1' | Should -Be $line
    }

    It 'cuts no value at <_> columns' -ForEach @(40..80) {
        Get-Battery -Recording $laptop | Out-String -Width $_ | Should -Not -Match '…'
        Get-Battery -Recording (Get-Laptop weak-charger) | Out-String -Width $_ | Should -Not -Match '…'
    }

    It 'shows what is going on and until when: <left>' -ForEach @(
        @{ machine = 'thinkpad-t480-one-held'; name = 'BAT1'; left = 'Charging    2h 02m to 90%          26.9 W' }
        @{ machine = 'thinkpad-t480-one-held'; name = 'BAT0'; left = 'NotCharging held at 90%             0.0 W' }
        @{ machine = 'ideapad-long-life'; name = 'BAT0'; left = 'NotCharging held                    0.0 W    97%' }
        @{ machine = 'macbook-pro-weak-usb-c'; name = 'BAT0'; left = 'Discharging 5h 12m on AC           10.9 W' }
        @{ machine = 'weak-charger'; name = 'BAT0'; left = 'Charging    discharging on AC       3.2 W    94%' }
        @{ machine = 'macbook-pro-2015-rests-at-94'; name = 'BAT0'; left = 'Full        full                    0.0 W' }
        @{ machine = 'thinkpad-x1-yoga-dead-pack'; name = 'BAT0'; left = 'NotCharging idle                    0.0 W   102%' }
    ) {
        Get-Line (Get-Battery -Recording (Get-Laptop $machine)) 80 "^$name" | Should -BeLike "*% $left"
    }

    It 'shows the limit of a battery that charges past it as none' {
        $past = New-Laptop STATUS=Charging CAPACITY=90 ENERGY_FULL=50000000 ENERGY_NOW=45000000 POWER_NOW=20000000 CHARGE_CONTROL_END_THRESHOLD=80
        Get-Line (Get-Battery -Recording $past) 80 '^BAT0' | Should -Match 'Charging +20\.0 W'
    }

    It 'shows that charging is inhibited' {
        $inhibited = New-Laptop STATUS=Charging CAPACITY=60 POWER_NOW=0 CHARGE_BEHAVIOUR=inhibit-charge
        Get-Line (Get-Battery -Recording $inhibited) 80 '^BAT0' | Should -Match 'Charging +inhibited +0\.0 W'
    }

    It 'shows more than 100 W and more than 100 hours in one line' {
        $fast = New-Laptop STATUS=Charging CAPACITY=50 POWER_NOW=140000000
        Get-Line (Get-Battery -Recording $fast) 80 '^BAT0' | Should -BeLike '* Charging*   140.0 W'
        $slow = New-Laptop STATUS=Discharging POWER_NOW=300000 ENERGY_NOW=50000000 ENERGY_FULL=100000000
        Get-Line (Get-Battery -Recording $slow) 80 '^BAT0' | Should -BeLike '* Discharging 6d 22h * 0.3 W'
        Get-Line (Watch-Battery -Recording $slow -Count 1) 80 'BAT0' | Should -BeLike '* Discharging 6d 22h * BAT0 *0.3 W'
    }

    It 'shows a long name in full' {
        Get-Line (Get-Battery -Recording $mac) 80 '^Internal' | Should -Match '^InternalBattery-0 '
        $long = New-Tree
        Set-Supply $long a-very-long-battery-name CAPACITY=50
        ((Get-Line (Get-Battery -Recording $long) 80 '^\S') -replace ' .*' | Select-Object -Skip 2) -join '' | Should -Be 'a-very-long-battery-name'
    }

    It 'shows the model of a peripheral' {
        Get-Line (Get-Battery -Recording $withMouse -Scope Peripheral) 80 '^hidpp' |
            Should -Be 'hidpp_battery_0              ███░░  65% PRO X Wireless              Discharging'
        Get-Line (Get-Battery -Recording $withMouse -Scope All) 80 '^(BAT0|hidpp)' | Should -HaveCount 2
    }

    It 'shows the level of a peripheral that reports no percentage' {
        $pad = "$repository/tests/fixtures/linux/xbox-pad/sys"
        Get-Line (Get-Battery -Recording $pad -Scope Peripheral) 80 '^gip' | Should -Match '^gip0\.0 +Critical Microsoft Xbox Controller +Unknown$'
        Get-Line (Get-Battery -Recording $pad -Scope All) 80 '^gip' | Should -Match '^gip0\.0 +Critical '
    }

    It 'is blank where a value is unknown, and only there' {
        $tree = New-Laptop
        Get-Line (Get-Battery -Recording $tree) 80 '^BAT0' | Should -Be 'BAT0                         Unknown'
    }

    It 'has a bar that stays in its column at <charge> percent' -ForEach @(
        @{ charge = 9; bar = '░░░░░   9%' }, @{ charge = 10; bar = '░░░░░  10%' },
        @{ charge = 50; bar = '██░░░  50%' }, @{ charge = 100; bar = '█████ 100%' }
    ) {
        $tree = New-Laptop CAPACITY=$charge
        Get-Line (Get-Battery -Recording $tree) 80 '^BAT0' | Should -BeLike "*$bar Unknown*"
    }

    It 'colors a <state> battery at <charge> percent <color>' -ForEach @(
        @{ state = 'Charging'; charge = 5; color = 'Green' }, @{ state = 'Full'; charge = 100; color = 'Green' }
        @{ state = 'Discharging'; charge = 9; color = 'Red' }, @{ state = 'Discharging'; charge = 24; color = 'Yellow' }
    ) {
        $tree = New-Laptop STATUS=$state CAPACITY=$charge
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            Get-Battery -Recording $tree | Out-String | Should -Match ([regex]::Escape($PSStyle.Foreground.$color) + '[█░]+')
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }
}

Describe 'The list of a battery' {
    BeforeAll {
        $list = (Get-Battery BAT1 -Recording $laptop | Format-List | Out-String -Width 200) -split '\r?\n' | Where-Object { $_ }
        $labels = $list | ForEach-Object { ($_ -split ' ')[0] }
    }

    It 'has every property once' {
        $labels | Sort-Object | Should -Be ((Get-Battery BAT1 -Recording $laptop).PSObject.Properties.Where{ $_.MemberType -eq 'Property' }.Name | Sort-Object)
    }

    It 'goes from identity to power, health and charge control' {
        $order = 'Name', 'Model', 'State', 'Percentage', 'EnergyRate', 'StateOfHealth', 'EnergyFull', 'ChargeEndThreshold'
        $labels | Where-Object { $_ -in $order } | Should -Be $order
    }

    It 'has one format for percentages' {
        $list | Where-Object { $_ -match '%' } | Should -HaveCount 5
        $list -match '%' | ForEach-Object { $_ | Should -Match ': \d+(\.\d)?%$' }
    }

    It 'shows the local time and keeps UTC' {
        $battery = Get-Battery BAT1 -Recording $laptop
        $battery.Timestamp.Kind | Should -Be 'Utc'
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $battery | Format-List | Out-String | Should -Match "Timestamp +: $($battery.Timestamp.ToLocalTime().ToString())"
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'shows a day of manufacture the same in every culture' {
        $made = New-Laptop MANUFACTURE_YEAR=2017 MANUFACTURE_MONTH=5 MANUFACTURE_DAY=6
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fa-IR'
            Get-Battery -Recording $made | Format-List | Out-String | Should -Match 'ManufactureDate +: 2017-05-06'
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'A table of <what>' -ForEach @(
    @{ what = 'batteries'; get = { Get-Battery -Recording $laptop } }
    @{ what = 'totals'; get = { Get-Battery -Total -Recording $laptop } }
    @{ what = 'samples'; get = { Watch-Battery -Recording $laptop -Count 1 } }
    @{ what = 'managers'; get = { Get-BatteryManager -Recording $laptop } }
    @{ what = 'points of a history'; get = { Get-BatteryHistory -Source $report | Select-Object -First 3 } }
    @{ what = 'statistics of a history'; get = { $statistics } }
    @{ what = 'discharges'; get = { $statistics.Sessions } }
    @{ what = 'charges'; get = { $statistics.Charges } }
    @{ what = 'sleeps'; get = { $statistics.Sleeps } }
) {
    BeforeAll {
        $report = "$repository/tests/fixtures/history/powercfg/h09-hp-pavilion-built-from-html.xml"
        $statistics = Get-BatteryHistory -Source $report | Measure-BatteryHistory
        $objects = @(& $get)
    }

    It 'has whole headers and one line for each at <_> columns' -ForEach 40, 50, 60, 79, 80, 120 {
        # A console of 80 columns uses 79. The names of the columns, the lines below them, and the rows.
        (($objects | Out-String -Width $_) -split '\r?\n').Where{ $_.Trim() } | Should -HaveCount ($objects.Count + 2)
    }

    It 'has no unit without a number' {
        $objects | Out-String -Width 200 | Should -Not -Match '(?<!\d|\d )(%/h|%|Wh?)\s'
    }
}

Describe 'Every view' {
    It 'has the unit within the format of the number, so that it is not shown without one' {
        $formats = (Select-Xml -Path "$repository/module/Battery.Format.ps1xml" -XPath '//FormatString').Node.InnerText
        $formats.Count | Should -BeGreaterThan 30
        $formats | Should -Match '^\{0:[^{}]+\}$'
    }
}

Describe 'Other views' {
    It 'has a table, a list, a wide view and property sets for totals' {
        $total = Get-Battery -Total -Recording $laptop
        Get-Line $total 80 '^BAT0' | Should -Be 'BAT0+BAT1        ████░  72% Discharging 7h 17m          8.3 W    89%   61/85 Wh'
        Get-Line ($total | Format-List) 80 '^(Percentage|StateOfHealth)' | Should -Be 'Percentage       : 71.8%', 'StateOfHealth    : 88.9%'
        Get-Line ($total | Format-Wide) 80 '^BAT0' | Should -Be 'BAT0+BAT1 72%'
        ($total | Select-Object Health).StateOfHealth | Should -BeGreaterThan 88
        ($total | Select-Object Power).EnergyRate | Should -Be 8.341
    }

    It 'lists property sets in the order identity, power, health, charge control' {
        (Get-Battery BAT1 -Recording $laptop).PSObject.Members.Where{ $_.MemberType -eq 'PropertySet' }.Name |
            Should -Be 'Identity', 'Power', 'Health', 'ChargeControl'
    }

    It 'lists the recording and the adapter of a manager' {
        Get-BatteryManager -Recording $mac | Format-List | Out-String -Width 200 | Should -Match '(?s)Recording +: \S*ioreg\.txt.*\nAdapterPower +:'
    }

    It 'shows the time of each sample of a watch, in local time, at <width> columns' -ForEach @(
        @{ width = 40; line = '   68% Discharging 5h 12m' }
        @{ width = 50; line = '   68% Discharging 5h 12m        BAT1' }
        @{ width = 80; line = '   68% Discharging 5h 12m        BAT1                8.3 W' }
    ) {
        $sample = Watch-Battery BAT1 -Recording $laptop -Count 1
        Get-Line $sample $width '68%' | Should -Be "$($sample.Timestamp.ToLocalTime().ToString('HH:mm:ss')) $line"
    }
}
