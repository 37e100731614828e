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
    }

    # Machines that report little or nothing, one without a battery, and one with good batteries.
    It 'reports nothing for <_>, of which nothing bad is known' -ForEach 'garbage-values', 'endless-file', 'desktop', 'thinkpad-t480-dual' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = (Get-Laptop $_); 'Watch-Battery:Count' = 1; 'Watch-Battery:Timeout' = 1 }
        & (Get-Recipe 'Warn below 20 %') 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | Should -BeNullOrEmpty
        & (Get-Recipe 'Peripherals') | Should -BeNullOrEmpty
    }

    It 'warns once of a battery that is low' {
        $PSDefaultParameterValues = @{
            '*-Battery*:Recording' = (Get-Laptop logitech-g935-headset)
            'Watch-Battery:Scope' = 'All'
            'Watch-Battery:Timeout' = 1
            'Watch-Battery:Interval' = 0.1
        }
        & (Get-Recipe 'Warn below 20 %') 3>&1 | Should -HaveCount 1
        (& (Get-Recipe 'Peripherals')).Name | Should -Be 'hidpp_battery_0'
    }

    It 'has a prompt that works in strict mode without a battery' {
        $PSDefaultParameterValues = @{ '*-Battery*:Recording' = $desktop }
        Set-StrictMode -Version Latest
        . (Get-Recipe 'A segment for the prompt')
        prompt | Should -Match '^PS '
    }
}
