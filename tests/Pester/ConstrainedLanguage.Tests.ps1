# A session in Constrained Language Mode shows what any other one does.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $withMouse = Get-Laptop lenovo-with-mouse

    # The module is imported in either mode: a policy can come into force after the import.
    function Show-Constrained([string] $Command, [switch] $ImportBefore) {
        $state = [initialsessionstate]::CreateDefault()
        $state.LanguageMode = $ImportBefore ? 'FullLanguage' : 'ConstrainedLanguage'
        $runspace = [runspacefactory]::CreateRunspace($state)
        $runspace.Open()
        try {
            $import = [powershell]::Create($runspace).AddCommand('Import-Module').AddParameter('Name', $module)
            $null = $import.Invoke()
            $runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
            $shell = [powershell]::Create($runspace).AddScript("`$ExecutionContext.SessionState.LanguageMode; $Command | Out-String -Width 80")
            $output = $shell.Invoke()
            $shell.Streams.Error | ForEach-Object { throw $_ }
            $output[0] | Should -Be 'ConstrainedLanguage'
            $output[1]
        }
        finally {
            $runspace.Dispose()
        }
    }
}

Describe 'Constrained Language Mode' {
    It 'shows the same for <_>' -ForEach @(
        'Get-Battery -Recording $laptop'
        'Get-Battery -Recording $laptop | Format-Wide'
        'Get-Battery -Total -Recording $laptop'
        'Get-Battery -Total -Recording $laptop | Format-Wide'
        'Get-Battery -Scope Peripheral -Recording $withMouse'
        'Get-BatteryManager -Recording $laptop'
        'Get-BatteryManager -Recording $laptop | Format-List'
    ) {
        $command = $ExecutionContext.InvokeCommand.ExpandString($_)
        $expected = & ([scriptblock]::Create($command)) | Out-String -Width 80
        Show-Constrained $command | Should -Be $expected
        Show-Constrained $command -ImportBefore | Should -Be $expected
    }

    It 'shows every known value of <_>' -ForEach @(
        'Get-Battery BAT1 -Recording $laptop | Format-List'
        'Get-Battery -Total -Recording $laptop | Format-List'
    ) {
        $command = $ExecutionContext.InvokeCommand.ExpandString($_)
        $expected = (& ([scriptblock]::Create($command)) | Out-String -Width 80) -replace 'Timestamp .*'
        $shown = Show-Constrained $command
        $shown -replace 'Timestamp .*' | Should -Be $expected
        $shown | Should -Match 'Timestamp +: \S'
    }

    It 'shows the time of a sample' {
        Show-Constrained "Watch-Battery BAT1 -Count 1 -Recording '$laptop'" | Should -Match '\d\d:\d\d:\d\d +68% Discharging +5h 12m +BAT1'
    }
}
