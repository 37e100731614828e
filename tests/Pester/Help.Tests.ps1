BeforeDiscovery {
    . "$PSScriptRoot/Laptops.ps1"
    $commands = (Get-Command -Module Battery).Name
}
BeforeAll { . "$PSScriptRoot/Laptops.ps1" }

Describe 'Help' {
    It 'of <_> has a synopsis, examples and a text for each parameter' -ForEach $commands {
        $help = Get-Help $_ -Full
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.Examples.Example.Count | Should -BeGreaterOrEqual 5
        $help | Out-String -Width 100 | Should -Match 'Example 5'
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command $_).Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $help.Name -Parameter $parameter).Description.Text | Should -Not -BeNullOrEmpty -Because "-$parameter"
        }
    }

    It 'has about_Battery, which names every property' {
        $text = Get-Help about_Battery | Out-String
        foreach ($property in (Get-Battery -Recording (Get-Laptop thinkpad-t480-dual))[0].PSObject.Properties | Where-Object MemberType -EQ Property) {
            $text | Should -Match "\b$($property.Name)\b"
        }
    }
}
