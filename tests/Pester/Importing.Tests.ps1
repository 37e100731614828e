#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeDiscovery {
    $commands = (Import-PowerShellDataFile "$PSScriptRoot/../../artifacts/module/Battery/Battery.psd1").CmdletsToExport
}

# Another version or another copy of the module in one session, each in a job's process of its own.
BeforeAll {
    $root = "$PSScriptRoot/../.."
    $module = (Resolve-Path "$root/artifacts/module/Battery").Path
    $laptop = (Resolve-Path "$root/tests/fixtures/linux/thinkpad-t480-dual/sys").Path
    Copy-Item -Recurse $module (Join-Path $TestDrive copy)
    Copy-Item -Recurse $module (Join-Path $TestDrive other)
    $copy = Join-Path $TestDrive copy Battery.psd1
    $other = Join-Path $TestDrive other Battery.psd1

    # An assembly of the same name with another version is what matters; it may be empty. .NET writes one since version 9.
    $builder = 'System.Reflection.Emit.PersistedAssemblyBuilder' -as [type]
    if ($builder) {
        $assembly = $builder::new([System.Reflection.AssemblyName]::new('Battery.PowerShell, Version=9.9.9.0'), [object].Assembly)
        $null = $assembly.DefineDynamicModule('Battery.PowerShell')
        $assembly.Save((Join-Path $TestDrive other Battery.PowerShell.dll))
    }

    (Get-Content $other -Raw) -replace "ModuleVersion( +)= '[^']*'", "ModuleVersion`$1= '9.9.9'" | Set-Content $other
}

Describe 'Another version in one session' {
    It 'is one error of one line, and the first version goes on: <how>' -ForEach @(
        @{ how = 'with -Force'; again = { param($path) Import-Module $path -Force } }
        @{ how = 'beside the first'; again = { param($path) Import-Module $path } }
    ) {
        if (-not $builder) { Set-ItResult -Skipped -Because 'this .NET cannot write an assembly'; return }
        $result = Start-Job {
            Import-Module "$using:module/Battery.psd1"
            $null = Get-Battery -Recording $using:laptop
            & ([scriptblock]::Create($using:again)) $using:other -ErrorAction SilentlyContinue -ErrorVariable problems 2>$null
            [pscustomobject]@{ Errors = @($Error | ForEach-Object { "$_" }); Names = @(Get-Battery -Recording $using:laptop | ForEach-Object Name) }
        } | Receive-Job -Wait -AutoRemoveJob
        $result.Errors | Should -HaveCount 1
        $result.Errors[0] | Should -Match "^Could not load file or assembly 'Battery\.PowerShell, Version=9\.9\.9\.0[^\n]*already loaded$"
        $result.Names | Should -Be 'BAT0', 'BAT1'
    }

    It 'has its error in about_Battery' {
        (Get-Content "$root/module/en-US/about_Battery.help.txt" -Raw) -replace '\s+', ' ' | Should -Match 'Assembly with same name is already loaded'
    }
}

Describe 'Another copy in one session' {
    It 'is warned of once' {
        $warnings = Start-Job {
            Import-Module "$using:module/Battery.psd1"
            Get-Battery -Recording $using:laptop 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
            Remove-Module Battery
            Import-Module $using:copy
            1..2 | ForEach-Object { Get-Battery -Recording $using:laptop 3>&1 } | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        } | Receive-Job -Wait -AutoRemoveJob
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*$module*$(Split-Path $copy)*Start a new session*"
    }
}

Describe 'Help' {
    It 'advises -Online for <_> only where there is an address' -ForEach $commands {
        Import-Module "$module/Battery.psd1"
        $help = Get-Help $_ -Full
        [bool]$help.relatedLinks.navigationLink.uri | Should -Be (($help | Out-String) -match '-Online')
    }

    It 'has every parameter of <_>' -ForEach $commands {
        Import-Module "$module/Battery.psd1"
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $help = (Get-Help $_ -Full).parameters.parameter
        $help.name | Sort-Object | Should -Be ((Get-Command $_).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object)
        $help | ForEach-Object { "$($_.description.Text)".Length | Should -BeGreaterThan 20 }
    }
}
