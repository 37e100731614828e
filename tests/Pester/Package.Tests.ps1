#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# The package as a user installs it: from a folder that is registered as a repository, with the PSResourceGet of PowerShell itself.
BeforeDiscovery {
    # The other process gets a home folder of its own, so that nothing is registered or installed for the user. Windows takes no home from a variable.
    $missing = if ($IsWindows) { 'the user folders cannot be redirected on Windows' }
    elseif (-not (Get-Command dotnet -ErrorAction Ignore)) { 'the .NET SDK is not installed' }
    elseif (-not (Test-Path "$PSHOME/Modules/Microsoft.PowerShell.PSResourceGet")) { 'PSResourceGet is not installed' }
    elseif (-not (Test-Path "$PSScriptRoot/../../src")) { 'the sources are not here' }
}

Describe 'The package' -Skip:([bool] $missing) {
    BeforeAll {
        $root = "$PSScriptRoot/../.."
        $repository = (New-Item -ItemType Directory "$TestDrive/repository").FullName
        $homeFolder = (New-Item -ItemType Directory "$TestDrive/home").FullName
        $packed = dotnet pack "$root/src/Battery.PowerShell/Battery.PowerShell.csproj" --no-build -nodeReuse:false "-p:PackageOutputPath=$repository/"
        if ($LASTEXITCODE) { throw ($packed -join "`n") }

        # The same module with a higher version, for an update.
        $next = Copy-Item "$root/artifacts/module/Battery" "$TestDrive/next/Battery" -Recurse -PassThru -Container |
            Where-Object Name -eq 'Battery.psd1'
        $version = [regex]::Match((Get-Content $next -Raw), "ModuleVersion\s*= '(.*)'").Groups[1].Value
        (Get-Content $next -Raw).Replace("'$version'", "'99.0.0'") | Set-Content $next

        # Runs a script block in a new pwsh with the home folder above, and returns its output.
        function Invoke-InNewHome([scriptblock] $Script) {
            $before = $env:HOME, $env:XDG_DATA_HOME, $env:XDG_CONFIG_HOME, $env:PSModulePath
            try {
                $env:HOME = $homeFolder
                $env:XDG_DATA_HOME = $env:XDG_CONFIG_HOME = $env:PSModulePath = $null
                $text = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; " +
                "`$repository = '$repository'; `$next = '$($next.DirectoryName)'; $Script"
                $output = dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -Command $text 2>&1
                if ($LASTEXITCODE) { throw ($output -join "`n") }
                $output
            }
            finally {
                $env:HOME, $env:XDG_DATA_HOME, $env:XDG_CONFIG_HOME, $env:PSModulePath = $before
            }
        }

        Invoke-InNewHome { Register-PSResourceRepository Folder -Uri $repository -Trusted }
    }

    It 'is found with its metadata' {
        $found = Invoke-InNewHome { Find-PSResource Battery -Repository Folder | ConvertTo-Json } | ConvertFrom-Json
        $found.Name | Should -Be 'Battery'
        $found.LicenseUri | Should -Be 'https://licenses.nuget.org/MIT'
        $found.Description | Should -BeLike '*batteries*'
        $found.ReleaseNotes | Should -BeLike '*Get-Battery*'
        $found.Tags | Should -Contain 'battery'
    }

    It 'installs, and runs from where it was installed' {
        $name, $library, $help = Invoke-InNewHome {
            Install-PSResource Battery -Repository Folder
            (Get-InstalledPSResource Battery).Name
            (Get-BatteryManager).LibraryPath
            (Get-Help Get-Battery).Name
        }
        $name | Should -Be 'Battery'
        $library | Should -BeLike "$homeFolder/*/Modules/Battery/$version/*"
        $help | Should -Be 'Get-Battery'
    }

    It 'updates beside the older version' {
        Invoke-InNewHome {
            Publish-PSResource -Path $next -Repository Folder
            Update-PSResource Battery -Repository Folder
            Get-InstalledPSResource Battery | ForEach-Object { "$($_.Version)" }
            (Import-Module Battery -PassThru).Version.ToString()
        } | Should -Be '99.0.0', $version, '99.0.0'
    }

    It 'uninstalls all versions' {
        Invoke-InNewHome {
            Uninstall-PSResource Battery -Version '*'
            @(Get-Module Battery -ListAvailable).Count
        } | Should -Be 0
    }
}
