# The life of an installed module: from the package that `dotnet pack` makes, through a folder as repository.
# The home of the process is a folder of the test's own, so nothing of the user's installation changes; Windows has no such switch.
# Where the module came as a package, there is no build to pack.
BeforeDiscovery {
    $cannotPack = $IsWindows -or -not (Get-Command dotnet -ErrorAction Ignore) -or
        -not (Test-Path "$PSScriptRoot/../../src/Battery.PowerShell/obj/project.assets.json")
}

BeforeAll { . "$PSScriptRoot/Laptops.ps1" }

Describe 'The manifest' {
    It 'is valid and exports the cmdlets' {
        $manifest = Test-ModuleManifest $module
        $manifest.ExportedCmdlets.Keys | Should -Contain 'Get-Battery'
        $manifest.ExportedCmdlets.Count | Should -Be (Get-Command -Module Battery).Count
        $manifest.ExportedFunctions.Count + $manifest.ExportedAliases.Count | Should -Be 0
    }

    It 'has a byte order mark, without which Windows PowerShell misreads the release notes' {
        [IO.File]::ReadAllBytes($module)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
    }
}

Describe 'The package' -Skip:$cannotPack {
    BeforeAll {
        $homeFolder = New-Tree

        # Without this folder, NuGet writes its configuration into the current one.
        $null = New-Item "$homeFolder/.config" -ItemType Directory
        $packages = New-Tree
        $made = dotnet pack "$repository/src/Battery.PowerShell" --no-build -nodeReuse:false "-p:PackageOutputPath=$packages/"
        if ($LASTEXITCODE -ne 0) { throw "dotnet pack: $made" }

        # The next version, published as its author would.
        $next = New-Item "$(New-Tree)/Battery" -ItemType Directory
        Copy-Item "$(Split-Path $module)/*" $next -Recurse
        (Get-Content "$next/Battery.psd1" -Raw) -replace "(ModuleVersion +=) '[^']+'", "`$1 '99.0.0'" | Set-Content "$next/Battery.psd1"

        $script = @'
            $ErrorActionPreference = 'Stop'
            $ProgressPreference = 'SilentlyContinue'
            $env:PSModulePath = "$HOME/.local/share/powershell/Modules$([IO.Path]::PathSeparator)$PSHOME/Modules"
            Register-PSResourceRepository Folder -Uri PACKAGES -Trusted
            $steps = [ordered]@{}
            $steps.Found = (Find-PSResource Battery -Repository Folder).Version.ToString()
            Install-PSResource Battery -Repository Folder
            $steps.Installed = (Get-InstalledPSResource Battery).Version.ToString()
            $steps.Folder = (Get-InstalledPSResource Battery).InstalledLocation
            $steps.Names = (Get-Battery -Recording 'LAPTOP').Name -join '+'
            $steps.ModuleBase = (Get-Module Battery).ModuleBase
            $steps.LibraryPath = (Get-BatteryManager -Recording 'LAPTOP').LibraryPath
            $steps.Synopsis = (Get-Help Get-Battery).Synopsis.Trim()
            $steps.License = Test-Path "$((Get-Module Battery).ModuleBase)/LICENSE"
            Publish-PSResource -Path 'NEXT' -Repository Folder
            Update-PSResource Battery -Repository Folder
            $steps.Updated = (Get-InstalledPSResource Battery).Version | ForEach-Object ToString
            $steps.StillLoaded = (Get-Module Battery).Version.ToString()
            $steps.LeadingVersion = (Get-Module Battery -ListAvailable)[0].Version.ToString()
            Remove-Module Battery
            Uninstall-PSResource Battery -Version '*'
            $steps.Uninstalled = @(Get-InstalledPSResource Battery -ErrorAction Ignore).Count
            ConvertTo-Json $steps
'@
        $script = $script.Replace('PACKAGES', $packages).Replace('LAPTOP', (Get-Laptop thinkpad-t480-dual)).Replace('NEXT', $next)
        $run = Invoke-Shell $script @{ HOME = $homeFolder; XDG_DATA_HOME = $null; XDG_CONFIG_HOME = $null; XDG_CACHE_HOME = $null }
        if ($run.ExitCode -ne 0 -or $run.Error) { throw $run.Error + $run.Output }
        $steps = $run.Output | ConvertFrom-Json
        $version = (Import-PowerShellDataFile $module).ModuleVersion
    }

    It 'is found by Find-PSResource' { $steps.Found | Should -Be $version }

    It 'is installed by Install-PSResource, below the home of the process' {
        $steps.Installed | Should -Be $version
        $steps.Folder | Should -BeLike "$homeFolder*"
    }

    It 'loads on first use, with its own library and help' {
        $steps.Names | Should -Be 'BAT0+BAT1'
        $steps.ModuleBase | Should -BeLike "$homeFolder*$version"
        $steps.LibraryPath | Should -BeLike "$($steps.ModuleBase)*"
        $steps.Synopsis | Should -Not -BeNullOrEmpty
        $steps.License | Should -BeTrue
    }

    It 'is updated by Update-PSResource while it is loaded' {
        $steps.Updated | Sort-Object | Should -Be (@($version, '99.0.0') | Sort-Object)
        $steps.StillLoaded | Should -Be $version
        $steps.LeadingVersion | Should -Be '99.0.0'
    }

    It 'is removed by Uninstall-PSResource' { $steps.Uninstalled | Should -Be 0 }
}
