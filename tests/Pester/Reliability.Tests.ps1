BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
}

Describe 'A recording of 4 MB' {
    BeforeAll {
        # Lines of unknown words, which need the most memory.
        $words = "$('a ' * 30000)`n" * 69
        $recording = Join-Path $TestDrive 'words.txt'
        $device = "device BAT0`nanswer uevent text`n  POWER_SUPPLY_TYPE=Battery`n  POWER_SUPPLY_CAPACITY=50`n"
        Set-Content $recording "battery-recording 1`nsystem linux`n$words$device`nend"
    }

    It 'is read 50 times in one process' {
        $percentages = 1..50 | ForEach-Object { (Get-Battery -Recording $recording).Percentage }
        $percentages | Should -HaveCount 50
        $percentages | Sort-Object -Unique | Should -Be 50
    }
}
