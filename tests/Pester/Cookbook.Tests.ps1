BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $desktop = Get-Laptop desktop
}

Describe 'The cookbook' {
    BeforeAll {
        $pages = Get-Content "$repository/docs/cookbook.md" -Raw
        function Get-Recipe([string] $title) {
            [scriptblock]::Create([regex]::Match($pages, "## $title\r?\n.*?``````powershell\r?\n(.*?)``````", 'Singleline').Groups[1].Value)
        }

        # Of a recipe that goes on until a wait takes too long, or finds no battery.
        function Get-Warning([string] $title) {
            & { try { & (Get-Recipe $title) } catch [System.TimeoutException], [System.Management.Automation.ItemNotFoundException] { } } 3>&1 |
                Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        }
    }

    # Machines that report little or nothing, one without a battery, and one with good batteries.
    It 'reports nothing for <_>, of which nothing bad is known' -ForEach 'garbage-values', 'endless-file', 'desktop', 'thinkpad-t480-dual' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = (Get-Laptop $_); 'Wait-Battery:Timeout' = 1; 'Wait-Battery:ErrorAction' = 'Stop' }
        Get-Warning 'Warn below 20 %' | Should -BeNullOrEmpty
        & (Get-Recipe 'Peripherals') | Should -BeNullOrEmpty
    }

    It 'warns once of a battery that is low' {
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Discharging CAPACITY=19
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $tree; 'Wait-Battery:Timeout' = 1; 'Wait-Battery:ErrorAction' = 'Stop' }
        Get-Warning 'Warn below 20 %' | Should -HaveCount 1
    }

    It 'lists a peripheral that is low' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = (Get-Laptop logitech-g935-headset) }
        (& (Get-Recipe 'Peripherals')).Name | Should -Be 'hidpp_battery_0'
    }

    It 'shows the adapter beside a battery that discharges on external power' {
        $PSDefaultParameterValues = @{ '*-BatteryManager:Recording' = (Get-Laptop usb-c-45-w-too-weak) }
        $row = & (Get-Recipe 'Why it discharges although it is plugged in')
        $row.SignedPower | Should -Be -7
        $row.Adapters | Should -Be 'ADP1 ucsi-source-psy-USBC000-002 (45 W)'
    }

    It 'has a prompt that works in strict mode without a battery' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $desktop }
        Set-StrictMode -Version Latest
        . (Get-Recipe 'A segment for the prompt')
        prompt | Should -Match '^PS '
    }
}
