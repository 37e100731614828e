# A template: the build replaces each @name@ and removes this comment (src/Battery.PowerShell/Packaging/Package.targets).
# A line with the address of the project is removed where the build knows none.
@{
    RootModule           = 'Battery.PowerShell.dll'
    ModuleVersion        = '@Version@'
    GUID                 = '6a5f7f0e-3c0f-4e0b-9f55-0d8f4b1f7c52'
    Author               = '@Authors@'
    CompanyName          = '@Authors@'
    Copyright            = '@Copyright@'
    Description          = '@Description@'
    # Loaded before the types and formats: where another version is loaded already, importing this one is a single error.
    RequiredAssemblies   = @('Battery.PowerShell.dll')
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('Battery.Format.ps1xml')
    TypesToProcess       = @('Battery.Types.ps1xml')
    CmdletsToExport      = @('@Cmdlets@')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('@Tags@')
            LicenseUri   = '@LicenseUri@'
            ProjectUri   = '@ProjectAddress@'
            IconUri      = '@ProjectAddress@/raw/v@Version@/docs/images/icon.png'
            ReleaseNotes = @'
@ReleaseNotes@
'@
        }
    }
}
