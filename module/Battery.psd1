@{
    RootModule           = 'Battery.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6a5f7f0e-3c0f-4e0b-9f55-0d8f4b1f7c52'
    Author               = 'The Battery maintainers'
    CompanyName          = 'The Battery maintainers'
    Copyright            = '(c) The Battery maintainers. MIT licence.'
    Description          = 'Tells what the batteries of this machine are doing: typed objects, several batteries, health, waiting for changes, and unknown values that say so.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('Battery.Format.ps1xml')
    TypesToProcess       = @('Battery.Types.ps1xml')
    CmdletsToExport      = @('Export-BatteryReport', 'Get-Battery', 'Get-BatteryHistory', 'Get-BatteryManager', 'Measure-BatteryHistory', 'Save-BatteryRecording', 'Watch-Battery')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('battery', 'power', 'energy', 'laptop', 'UPS', 'Linux', 'MacOS', 'Windows')
            LicenseUri   = 'https://spdx.org/licenses/MIT.html'
            ReleaseNotes = 'See CHANGELOG.md in the package.'
        }
    }
}
