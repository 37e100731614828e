# The example examples/powershell/prompt.ps1.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"

    # The prompt of a machine.
    function Get-Prompt([string] $Recording) {
        $PSDefaultParameterValues = @{ 'Get-BatteryManager:Recording' = $Recording }
        Set-StrictMode -Version Latest
        . "$repository/examples/powershell/prompt.ps1"
        prompt
    }
}

Describe 'The segment of the prompt' {
    It 'shows all batteries as one, and the time' {
        Get-Prompt (Get-Laptop thinkpad-t480-dual) | Should -Match '^72 %-7:17 PS '
    }

    It 'shows <sign> for <flow>' -ForEach @(
        @{ sign = '+'; flow = 'charging'; lines = 'STATUS=Charging', 'POWER_NOW=10000000'; text = '50 %+1:00' }
        @{ sign = '!'; flow = 'discharging on external power'; lines = 'STATUS=Discharging', 'POWER_NOW=10000000'; text = '50 %!1:00' }
        @{ sign = '='; flow = 'a battery that is held'; lines = 'STATUS=Not charging', 'POWER_NOW=0', 'CHARGE_CONTROL_END_THRESHOLD=50'; text = '50 %=' }
    ) {
        $tree = New-Tree
        Set-Supply $tree AC TYPE=Mains ONLINE=1
        Set-Supply $tree BAT0 ENERGY_NOW=10000000 ENERGY_FULL=20000000 @lines
        Get-Prompt $tree | Should -Match "^$([regex]::Escape($text)) PS "
    }

    It 'is left out without a battery, and without a percentage' {
        Get-Prompt (Get-Laptop desktop) | Should -Match '^PS '
        $tree = New-Tree
        Set-Supply $tree BAT0 STATUS=Full
        Get-Prompt $tree | Should -Match '^PS '
    }
}
