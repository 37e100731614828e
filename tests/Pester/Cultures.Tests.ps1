# Numbers and times are shown as the user's culture writes them; what a script reads and writes does not depend on it.
BeforeDiscovery { $cultures = 'de-DE', 'tr-TR', 'ar-SA', 'fa-IR' }

BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $before = [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture
    if ([cultureinfo]::new('de-DE').NumberFormat.NumberDecimalSeparator -ne ',') {
        throw 'this .NET has no cultures: ICU is missing, or DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set'
    }
}

Describe 'In <_>' -ForEach $cultures {
    BeforeEach { [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::new($_) }
    AfterEach { [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture = $before }

    It 'the table writes numbers as the culture does' {
        $table = Get-Battery BAT1 -Recording $laptop | Out-String -Width 120
        $table | Should -BeLike "*68%*Discharging*$(8.3.ToString('0.0')) W*"
    }

    It 'the list writes numbers as the culture does' {
        Get-Battery BAT1 -Recording $laptop | Format-List | Out-String -Width 120 | Should -BeLike "*$(43.42.ToString('0.00')) Wh*"
    }

    It 'values are the same' {
        $battery = Get-Battery bat1 -Recording $laptop
        $battery.EnergyRate | Should -Be 8.341
        $battery.State | Should -Be 'Discharging'
        "$($battery.State)" | Should -BeExactly 'Discharging'
    }

    It 'parameters are read the same' {
        Watch-Battery BAT1 -Recording $laptop -Count 2 -Interval '0.01' | Should -HaveCount 2
        Watch-Battery BAT1 -Recording $laptop -Until 'discharging' -Interval '0:01' | Should -HaveCount 1
        Get-Battery -Recording $laptop -Scope 'peripheral' | Should -BeNullOrEmpty
    }

    It 'a recording is read and saved the same' {
        Save-BatteryRecording "TestDrive:/$_.txt" -Recording $laptop
        (Get-Battery BAT1 -Recording "TestDrive:/$_.txt").Energy | Should -Be 43.42
    }

    It 'JSON has numbers that every reader knows' {
        Get-Battery BAT1 -Recording $laptop | Select-Object Name, EnergyRate | ConvertTo-Json -Compress | Should -BeExactly '{"Name":"BAT1","EnergyRate":8.341}'
    }

    It 'completion works' {
        $line = "Get-Battery -Recording $laptop -Name bat"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'BAT0', 'BAT1'
    }
}
