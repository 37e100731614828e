BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    function Complete([string] $Line, $Type = 'ParameterValue') {
        @((TabExpansion2 $Line $Line.Length).CompletionMatches | Where-Object ResultType -EQ $Type)
    }
}

Describe 'Completion of -Name' {
    It 'of <line> gives <expected>' -ForEach @(
        @{ line = 'Get-Battery -Recording {0} -Name '; expected = 'BAT0', 'BAT1' }
        @{ line = 'Get-Battery -Recording {0} b'; expected = 'BAT0', 'BAT1' }
        @{ line = 'Get-Battery -Recording {0} -Name BAT1'; expected = , 'BAT1' }
        @{ line = 'Watch-Battery -Recording {0} -Name '; expected = 'BAT0', 'BAT1' }
        @{ line = 'Get-Battery -Recording {0} -Scope Peripheral -Name '; expected = @() }
        @{ line = 'Get-Battery -Recording /no/such/recording -Name B'; expected = @() }
    ) {
        (Complete ($line -f $laptop)).CompletionText | Should -Be $expected
    }

    It 'uses -SysfsRoot' -Skip:(-not $IsLinux) {
        (Complete "Get-Battery -SysfsRoot $laptop -Name ").CompletionText | Should -Be 'BAT0', 'BAT1'
    }

    It 'uses a path relative to the location' {
        Push-Location (Split-Path $laptop)
        try { (Complete 'Get-Battery -Recording sys -Name ').CompletionText | Should -Be 'BAT0', 'BAT1' }
        finally { Pop-Location }
    }

    It 'uses a manager' {
        # A completion sees global variables only.
        Set-Variable manager (Get-BatteryManager -Recording $laptop) -Scope Global
        try {
            (Complete 'Get-Battery -Manager $manager -Name ').CompletionText | Should -Be 'BAT0', 'BAT1'
            Set-Variable manager $manager.PSObject.BaseObject -Scope Global
            (Complete 'Get-Battery -Manager $manager -Name ').CompletionText | Should -Be 'BAT0', 'BAT1'
        }
        finally {
            $manager.Dispose()
            Remove-Variable manager -Scope Global
        }
    }

    It 'has the state in its tooltip' {
        (Complete "Get-Battery -Recording $laptop -Name BAT1").ToolTip | Should -Be 'BAT1: Discharging 68%'
    }

    It 'quotes a name so that it works when it is run' {
        $tree = New-Tree
        Set-Supply $tree "my bat's [1]" CAPACITY=50
        $name = (Complete "Get-Battery -Recording '$tree' -Name my").CompletionText
        $name | Should -Not -BeNullOrEmpty
        (& ([scriptblock]::Create("Get-Battery -Recording '$tree' -Name $name"))).Percentage | Should -Be 50
    }
}

Describe 'Completion of enumerations' {
    It 'of <line> gives <expected>' -ForEach @(
        @{ line = 'Get-Battery -Scope '; expected = 'All', 'Peripheral', 'System' }
        @{ line = 'Watch-Battery -Until Ch'; expected = , 'Charging' }
    ) {
        (Complete $line).CompletionText | Sort-Object | Should -Be $expected
    }
}
