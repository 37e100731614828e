<#
.SYNOPSIS
Installs the module from the folder of a release, as a repository, and prints the batteries of a recording.

.DESCRIPTION
The home of the process should be a folder of its own: the module is installed for the current user, and removed again.
#>
param(
    # The folder with the package.
    [Parameter(Mandatory)]
    [string] $Release
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Register-PSResourceRepository BatteryRelease -Uri $Release -Trusted -Force
try {
    Install-PSResource Battery -Repository BatteryRelease -Reinstall
    $installed = Get-InstalledPSResource Battery
    $manifest = Join-Path $installed.InstalledLocation Battery "$($installed.Version)" Battery.psd1
    if (-not (Test-Path $manifest)) { $manifest = Join-Path $installed.InstalledLocation Battery.psd1 }
    $null = Test-ModuleManifest $manifest
    Import-Module $manifest
    Get-Battery -Recording "$PSScriptRoot/../../tests/fixtures/linux/thinkpad-t480-dual/sys" | ForEach-Object { "$($_.Name) $($_.Percentage) $($_.PowerFlow)" }
    (Get-BatteryManager -Recording "$PSScriptRoot/../../tests/fixtures/linux/thinkpad-t480-dual/sys").LibraryPath
    Remove-Module Battery
    Uninstall-PSResource Battery -Version '*'
}
finally {
    Unregister-PSResourceRepository BatteryRelease
}
