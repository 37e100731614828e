# Another version or another copy of the module in one session, each in a job's process of its own.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    'copy', 'other' | ForEach-Object { Copy-Item -Recurse (Split-Path $module) "$TestDrive/$_" }
    $copy = Join-Path $TestDrive copy/Battery.psd1
    $other = Join-Path $TestDrive other/Battery.psd1

    # An assembly of the same name with another version is what matters; it may be empty. .NET writes one since version 9.
    $builder = 'System.Reflection.Emit.PersistedAssemblyBuilder' -as [type]
    if ($builder) {
        $assembly = $builder::new([System.Reflection.AssemblyName]::new('Battery.PowerShell, Version=9.9.9.0'), [object].Assembly)
        $null = $assembly.DefineDynamicModule('Battery.PowerShell')
        $assembly.Save((Join-Path $TestDrive other/Battery.PowerShell.dll))
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
            Import-Module $using:module
            $null = Get-Battery -Recording $using:laptop
            & ([scriptblock]::Create($using:again)) $using:other -ErrorAction SilentlyContinue -ErrorVariable problems 2>$null
            [pscustomobject]@{ Errors = @($Error | ForEach-Object { "$_" }); Names = @(Get-Battery -Recording $using:laptop | ForEach-Object Name) }
        } | Receive-Job -Wait -AutoRemoveJob
        $result.Errors | Should -HaveCount 1
        $result.Errors[0] | Should -Match "^Could not load file or assembly 'Battery\.PowerShell, Version=9\.9\.9\.0[^\n]*already loaded$"
        $result.Names | Should -Be 'BAT0', 'BAT1'
    }

    It 'has its error in about_Battery' {
        (Get-Content "$repository/module/en-US/about_Battery.help.txt" -Raw) -replace '\s+', ' ' | Should -Match 'Assembly with same name is already loaded'
    }
}

Describe 'Another copy in one session' {
    It 'is warned of once' {
        $warnings = Start-Job {
            Import-Module $using:module
            Get-Battery -Recording $using:laptop 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
            Remove-Module Battery
            Import-Module $using:copy
            1..2 | ForEach-Object { Get-Battery -Recording $using:laptop 3>&1 } | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        } | Receive-Job -Wait -AutoRemoveJob
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*$(Split-Path $module)*$(Split-Path $copy)*Start a new session*"
    }
}
