<#
.SYNOPSIS
Builds, tests, packs or measures Battery.

.DESCRIPTION
A thin front for people in PowerShell: each task is one call of dotnet, which can be made without it.

.EXAMPLE
./build.ps1

Builds everything: dotnet build.

.EXAMPLE
./build.ps1 -Task Test

Runs all tests: dotnet test.

.EXAMPLE
./build.ps1 -Task Pack

Makes the package that PowerShell galleries take, in artifacts/packages: dotnet pack.
#>
[CmdletBinding()]
param(
    # Build (the default), Test, Pack, or Bench.
    [ValidateSet('Build', 'Test', 'Pack', 'Bench')]
    [string] $Task = 'Build',

    # Debug or Release. The native library and the module are optimized in both.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$solution = "$PSScriptRoot/Battery.sln"
switch ($Task) {
    'Build' { dotnet build $solution --configuration $Configuration }
    'Test' { dotnet test $solution --configuration $Configuration }
    'Pack' { dotnet pack "$PSScriptRoot/src/Battery.PowerShell" --configuration $Configuration }
    'Bench' { dotnet run --project "$PSScriptRoot/tests/Battery.Benchmarks" --configuration Release -- --filter '*' }
}
exit $LASTEXITCODE
