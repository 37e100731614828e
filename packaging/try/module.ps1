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
$laptop = "$PSScriptRoot/../../tests/fixtures/linux/thinkpad-t480-dual/sys"

# A folder of its own: PSResourceGet takes the name of the .NET package, LibBattery, for that of the module.
$folder = (New-Item -ItemType Directory "$([IO.Path]::GetTempPath())/battery-repository-$PID").FullName
Copy-Item "$Release/Battery.*.nupkg" $folder
Register-PSResourceRepository BatteryRelease -Uri $folder -Trusted -Force
try {
    Install-PSResource Battery -Repository BatteryRelease -Reinstall
    $installed = Get-InstalledPSResource Battery
    $manifest = Get-ChildItem $installed.InstalledLocation -Filter Battery.psd1 -Recurse | Where-Object FullName -Match ([regex]::Escape($installed.Version))
    $null = Test-ModuleManifest $manifest.FullName
    Import-Module $manifest.FullName
    Get-Battery -Recording $laptop | ForEach-Object { "$($_.Name) $($_.Percentage) $($_.PowerFlow)" }
    (Get-BatteryManager -Recording $laptop).LibraryPath
    Remove-Module Battery
    Uninstall-PSResource Battery -Version '*'
}
finally {
    Unregister-PSResourceRepository BatteryRelease
    Remove-Item $folder -Recurse
}
