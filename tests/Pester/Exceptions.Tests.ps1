# Errors that a script can catch by type, and their wording.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Battery.BatteryException' {
    It 'is caught by its type, with the library''s error code <code>' -ForEach @(
        @{ code = 'NotFound'; command = { Get-Battery -Recording /no/such/recording -ErrorAction Stop } }
        @{ code = 'NotFound'; command = { Get-BatteryManager -SysfsRoot /no/such/folder } }
        @{ code = 'InvalidData'; command = { Watch-Battery -Recording $PSCommandPath } }
        @{ code = 'AlreadyExists'; command = { Save-BatteryRecording $PSCommandPath -Recording $laptop } }
        @{
            code = 'InvalidHandle'
            command = { $manager = Get-BatteryManager -Recording $laptop; $manager.Dispose(); Get-Battery -Manager $manager -ErrorAction Stop }
        }
    ) {
        $caught = try { $null = & $command } catch [Battery.BatteryException] { $_.Exception }
        $caught | Should -BeOfType [Battery.BatteryException]
        $caught.Error | Should -Be $code
        $caught.Error | Should -BeOfType [Battery.BatteryError]
    }

    It 'is also that of a library that cannot be loaded' {
        Copy-Item -Recurse (Split-Path $module) $TestDrive
        $copy = Join-Path $TestDrive Battery
        Remove-Item -Recurse "$copy/runtimes"
        $job = Start-Job {
            Import-Module "$using:copy/Battery.psd1"
            try { Get-Battery } catch [Battery.BatteryException] { "$($_.Exception.GetType().Name) $($_.Exception.Error) $($_.FullyQualifiedErrorId)" }
        }
        $job | Receive-Job -Wait -AutoRemoveJob |
            Should -Be 'BatteryLibraryException NotSupported NativeLibraryMissing,Battery.PowerShell.Commands.GetBatteryCommand'
    }
}

Describe 'A message' {
    It 'says what is not valid about an argument: <_>' -ForEach @(
        { Watch-Battery -Recording $laptop -Interval soon }, { Watch-Battery -Recording $laptop -Timeout -1 }, { Get-Battery 'BAT[' -Recording $laptop }
    ) {
        { & $_ } | Should -Throw '*is not a valid*'
    }
}
