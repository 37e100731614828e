<#
.SYNOPSIS
Runs one file of Pester tests and writes the outcome of each test as JSON.
#>
param(
    # The manifest of Pester.
    [string] $Pester,

    # The file with the tests.
    [string] $Path,

    # The file for the outcomes. Standard output belongs to the tests.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

function Get-Outcome($Item, [string] $Name, [string] $Result) {
    $messages = foreach ($problem in $Item.ErrorRecord) { "$problem`n$($problem.ScriptStackTrace)" }
    [pscustomobject]@{ Name = $Name; Result = $Result; Message = "$($messages -join "`n")" }
}

$outcomes = @(
    foreach ($test in $run.Tests) { Get-Outcome $test $test.ExpandedPath $test.Result }

    # A file that cannot be read, and a BeforeAll or AfterAll that fails, belong to no test.
    foreach ($container in $run.Containers) {
        if ($container.ErrorRecord) { Get-Outcome $container 'the file' 'Failed' }
    }
    foreach ($block in $run.FailedBlocks) {
        if ($block.ErrorRecord) { Get-Outcome $block "$($block.ExpandedPath) (before or after its tests)" 'Failed' }
    }
)
ConvertTo-Json -InputObject $outcomes | Set-Content -LiteralPath $ResultPath
