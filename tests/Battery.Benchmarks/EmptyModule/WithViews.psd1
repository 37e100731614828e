@{
    RootModule        = 'EmptyModule.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '6f0a2d3c-5c1e-4a3b-9d58-1f3f0c7f5f12'
    FormatsToProcess  = @('WithViews.Format.ps1xml')
    TypesToProcess    = @('WithViews.Types.ps1xml')
    CmdletsToExport   = @('Get-Nothing')
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
