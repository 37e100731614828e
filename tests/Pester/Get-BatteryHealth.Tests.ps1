BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual

    # A battery with a state of health of 75 % and 600 cycles, and what else is given.
    function New-Laptop([Parameter(ValueFromRemainingArguments)] [string[]] $Line) {
        $tree = New-Tree
        Set-Supply $tree BAT0 (@('STATUS=Full', 'ENERGY_FULL=37500000', 'ENERGY_FULL_DESIGN=50000000', 'CYCLE_COUNT=600') + $Line)
        $tree
    }
}

Describe 'Get-BatteryHealth' {
    It 'is <verdict> for <machine>' -ForEach @(
        @{ machine = 'thinkpad-x220-worn'; verdict = 'Worn' }
        @{ machine = 'thinkpad-x1-yoga-dead-pack'; verdict = 'Faulty' }
        @{ machine = 'medfield-cold'; verdict = 'Good' }
        @{ machine = 'absurd-full-capacity'; verdict = 'Unknown' }
        @{ machine = 'wsl-bare-zero'; verdict = 'Unknown' }
    ) {
        (Get-BatteryHealth -Recording (Get-Laptop $machine)).Verdict | Should -Be $verdict
    }

    It 'is <verdict> with <limits>' -ForEach @(
        @{ limits = @{}; verdict = 'Worn' }
        @{ limits = @{ MinimumHealth = 75 }; verdict = 'Good' }
        @{ limits = @{ MinimumHealth = 75; MaximumCycleCount = 600 }; verdict = 'Good' }
        @{ limits = @{ MinimumHealth = 75; MaximumCycleCount = 599 }; verdict = 'Worn' }
    ) {
        (Get-BatteryHealth -Recording (New-Laptop) @limits).Verdict | Should -Be $verdict
    }

    It 'is <verdict> for the condition <condition>' -ForEach @(
        @{ condition = 'Dead'; verdict = 'Faulty' }
        @{ condition = 'Unspecified failure'; verdict = 'Faulty' }
        @{ condition = 'Overheat'; verdict = 'Good' }
    ) {
        $health = Get-BatteryHealth -MinimumHealth 70 -Recording (New-Laptop "HEALTH=$condition")
        $health.Verdict | Should -Be $verdict
        $health.Reasons | Should -BeLike "Its condition is $($condition -replace ' f', 'F').*"
    }

    It 'names a value that is implausible as a reason' {
        $health = Get-BatteryHealth -Recording (Get-Laptop absurd-full-capacity)
        $health.Reasons | Should -BeLike '*The reported full energy is implausible.*'
        (Get-BatteryHealth -Recording $laptop).Reasons | Should -Not -BeLike '*implausible*'
    }

    It 'has the values that the verdict is based on' {
        $health = Get-BatteryHealth BAT1 -Recording $laptop
        $battery = Get-Battery BAT1 -Recording $laptop
        foreach ($property in 'Name', 'StateOfHealth', 'CycleCount', 'Condition', 'Vendor', 'Model', 'Source') {
            $health.$property | Should -Be $battery.$property -Because $property
        }
        "$health" | Should -Be 'BAT1: Good'
    }

    It 'has the health that the gauge reports where the capacity is unknown' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Full STATE_OF_HEALTH=71
        $health = Get-BatteryHealth -Recording $tree
        $health.Verdict | Should -Be 'Worn'
        $health.StateOfHealth | Should -Be 71
        $health.Reasons | Should -Be 'Its gauge reports a health of 71 %, less than 80 %.'
    }

    It 'has the verdict and the reasons of the report: <verdict>, <lines>' -ForEach @(
        @{ verdict = 'Good'; lines = @('ENERGY_FULL=45000000', 'ENERGY_FULL_DESIGN=50000000') }
        @{ verdict = 'Worn'; lines = @('ENERGY_FULL=35000000', 'ENERGY_FULL_DESIGN=50000000') }
        @{ verdict = 'Worn'; lines = @('ENERGY_FULL=45000000', 'ENERGY_FULL_DESIGN=50000000', 'CYCLE_COUNT=1200') }
        @{ verdict = 'Worn'; lines = @('STATE_OF_HEALTH=71') }
        @{ verdict = 'Faulty'; lines = @('HEALTH=Dead') }
        @{ verdict = 'Unknown'; lines = @('CAPACITY=90') }
    ) {
        $tree = New-Tree
        Set-Supply $tree BAT0 (@('STATUS=Full') + $lines)
        $health = Get-BatteryHealth -Recording $tree
        $health.Verdict | Should -Be $verdict
        Get-Battery -Recording $tree | Export-BatteryReport "$tree/report.html"
        $page = Get-Content "$tree/report.html" -Raw
        $page | Should -BeLike "*Health: <strong class=`"*`">$verdict</strong>*"
        $page | Should -BeLike "*$($health.Reasons)*"
    }

    It 'reads several sources from the pipeline' {
        Get-Item $laptop, (Get-Laptop thinkpad-x220-worn) | Get-BatteryHealth | Should -HaveCount 3
        (Get-Battery BAT1 -Recording $laptop | Get-BatteryHealth).Name | Should -Be 'BAT1'
        $manager = Get-BatteryManager -Recording $laptop
        ($manager | Get-BatteryHealth BAT0).Name | Should -Be 'BAT0'
        $manager.Dispose()
    }

    It 'gives nothing without a battery, and an error for a name that is not there' {
        Get-BatteryHealth -Recording (Get-Laptop desktop) -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-BatteryHealth BAT7 -Recording $laptop -ErrorAction Stop } | Should -Throw -ErrorId 'BatteryNotFound,*'
    }

    It 'has a table with whole columns, also for deserialized objects' {
        $health = Get-BatteryHealth BAT1 -Recording $laptop
        $lines = { ($args[0] | Out-String -Width $args[1]) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ -match '^BAT1' } }
        & $lines $health 40 | Should -Be 'BAT1              Good       88%    287'
        & $lines $health 80 | Should -Be 'BAT1              Good       88%    287 Its capacity is 88.3 % of the design.'
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($health))
        & $lines $copy 80 | Should -Be (& $lines $health 80)
        $nothing = Get-BatteryHealth -Recording (Get-Laptop wsl-bare-zero)
        ($nothing | Out-String -Width 80) | Should -Match 'BAT1 +Unknown +Full or design capacity is not known\.'
    }

    It 'refuses <name> <value>' -ForEach @(
        @{ name = 'MinimumHealth'; value = 101 }
        @{ name = 'MaximumCycleCount'; value = -1 }
    ) {
        $arguments = @{ $name = $value }
        { Get-BatteryHealth -Recording $laptop @arguments } | Should -Throw "*$name*" -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }
}
