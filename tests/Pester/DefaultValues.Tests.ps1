# Completion of names where the machine is a default value, as inside a container.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $withMouse = Get-Laptop lenovo-with-mouse

    function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
}

Describe 'Completion of names' {
    BeforeEach { $before = $global:PSDefaultParameterValues.Clone() }
    AfterEach { $global:PSDefaultParameterValues = $before }

    It 'uses the default value <key>' -ForEach @{ key = '*-Battery*:Recording' }, @{ key = 'Get-Battery:Recording' }, @{ key = 'get-battery:rec*' } {
        $global:PSDefaultParameterValues = @{ $key = $laptop }
        Complete 'Get-Battery -Name ' | Should -Be 'BAT0', 'BAT1'
    }

    It 'uses the default folder and scope' -Skip:(-not $IsLinux) {
        $global:PSDefaultParameterValues = @{ '*-Battery*:SysfsRoot' = $withMouse; '*-Battery:Scope' = 'All' }
        Complete 'Get-Battery ' | Should -Be 'BAT0', 'hidpp_battery_0'
        Complete 'Watch-Battery -Scope Peripheral -Name ' | Should -Be 'hidpp_battery_0'
    }

    It 'takes what is on the line before a default value' {
        $global:PSDefaultParameterValues = @{ '*-Battery*:Recording' = $laptop }
        Complete "Get-Battery -Recording '$withMouse' -Name " | Should -Be 'BAT0'
    }

    It 'ignores default values that are disabled or another command''s' {
        $global:PSDefaultParameterValues = @{ '*-Battery*:Recording' = $laptop; Disabled = $true }
        Complete 'Get-Battery -Name B' | Should -Be (Complete 'Get-Battery -SysfsRoot /sys -Name B')
        $global:PSDefaultParameterValues = @{ 'Watch-Battery:Recording' = $laptop }
        Complete 'Get-Battery -Name B' | Should -Be (Complete 'Get-Battery -SysfsRoot /sys -Name B')
    }

    It 'reads several recordings and wildcards' {
        $null = Save-BatteryRecording (Join-Path $TestDrive a.txt) -Recording $laptop
        $null = Save-BatteryRecording (Join-Path $TestDrive b.txt) -Recording $withMouse
        Complete "Get-Battery -Recording '$TestDrive/a.txt', '$TestDrive/b.txt' -Scope All -Name " | Should -Be 'BAT0', 'BAT1', 'hidpp_battery_0'
        Complete "Get-Battery -Recording '$TestDrive/*.txt' -Scope Peripheral -Name " | Should -Be 'hidpp_battery_0'
    }
}
