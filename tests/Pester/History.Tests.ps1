BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $histories = "$repository/tests/fixtures/history"
    $dell = "$histories/powercfg/powercfg-batteryreport-dell-inspiron-5593.xml"

    # What the process loaded.
    $loaded = '([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }) -contains "Battery.History"'
}

Describe 'Importing the module' {
    It 'loads no assembly of histories before a cmdlet needs it' {
        $script = "Import-Module '$module'; `$null = Get-Command -Module Battery; (Get-Command Get-BatteryHistory).OutputType.Name; $loaded; " +
            "`$null = @() | Measure-BatteryHistory; Get-BatteryHistory -Source '$dell' | Select-Object -First 1 | Out-Null; $loaded"
        (Invoke-Shell $script).Output.Trim() -split '\r?\n' | Should -Be 'Battery.History.Model.HistoryPoint', 'False', 'True'
    }
}

Describe 'Get-BatteryHistory' {
    It 'gives typed points of a report of Windows' {
        $points = Get-BatteryHistory -Source $dell
        ($points | Where-Object Kind -EQ 'Usage').Count | Should -Be 229
        ($points | Where-Object Kind -EQ 'Capacity').Count | Should -Be 32
        $points[0].Time | Should -BeOfType [datetime]
        $points[0].Time.ToUniversalTime() | Should -Be ([datetime]::new(2023, 12, 17, 19, 5, 0, [DateTimeKind]::Utc))
        $points[0].Energy | Should -Be 26.551
        $points[0].EnergyRate | Should -BeNullOrEmpty
        $points[0].ExternalPower | Should -BeTrue
    }

    It 'reports each unreadable line with its number and reads the others' {
        $points = Get-BatteryHistory -Source "$histories/upower/u3-odd-lines" -ErrorVariable problems -ErrorAction SilentlyContinue
        $points.Count | Should -Be 94
        $problems.Count | Should -Be 3
        $problems.FullyQualifiedErrorId | Should -BeLike 'UnreadableLine,*'
        $problems.TargetObject | Should -BeLike '*:[0-9]*'
    }

    It 'reports in one error why <File> has no history' -ForEach @(
        @{ File = 'powercfg/h07-html-named-xml-hp-pavilion.xml'; Id = 'NotAHistory' }
        @{ File = 'powercfg/powercfg-batteryreport-desktop-no-battery.xml'; Id = 'NoBattery' }
        @{ File = 'pmset/p06-m3800-quoted-charge-0-on-ac.txt'; Id = 'NoBattery' }
        @{ File = 'pmset/p10-desktop-using-ac-no-charge.txt'; Id = 'NoHistory' }
        @{ File = 'no-such-file.xml'; Id = 'HistoryNotFound' }
    ) {
        $points = Get-BatteryHistory -Source "$histories/$File" -ErrorVariable problems -ErrorAction SilentlyContinue
        $points | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($problems[0])" | Should -Match '^[^\n]+$'
    }

    It 'takes files from the pipeline, wildcards and folders' {
        (Get-Item $dell | Get-BatteryHistory).Count | Should -Be 262
        $of = { (Get-BatteryHistory -Source $args[0] -ErrorAction SilentlyContinue | Where-Object Kind -EQ 'Usage').Count }
        & $of "$histories/powercfg/*.xml" | Should -Be (229 + 48 + 65)
        & $of "$histories/powercfg" | Should -Be (229 + 48 + 65)
    }

    It 'chooses by name and time' {
        (Get-BatteryHistory 'DELL*' -Source $dell -Since '2023-12-31T00:00:00Z' | Where-Object Kind -EQ 'Usage').UtcTime | Should -BeLike '2023-12-31*'
        (Get-BatteryHistory -Source $dell -Until '2023-09-01T00:00:00Z').Count | Should -Be 4
        $null = Get-BatteryHistory BAT7 -Source $dell -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -BeLike 'BatteryNotFound,*'
        Get-BatteryHistory 'X*' -Source $dell | Should -BeNullOrEmpty
    }

    It 'reads a folder of recordings' {
        $folder = New-Tree
        Set-Supply "$folder/tree" BAT0 STATUS=Discharging CAPACITY=70 ENERGY_NOW=35000000 ENERGY_FULL=50000000 ENERGY_FULL_DESIGN=57000000
        Save-BatteryRecording "$folder/today.txt" -Recording "$folder/tree/class/power_supply"
        (Get-Content "$folder/today.txt") -replace '^recorded .*', 'recorded 2026-01-05' | Set-Content "$folder/old.txt"
        $points = Get-BatteryHistory -Source $folder | Sort-Object UtcTime
        $points.Count | Should -Be 2
        $points[0].UtcTime | Should -Be '2026-01-05T00:00:00Z'
        $points[1].Energy | Should -Be 35
        $points[1].State | Should -Be 'Discharging'
        ([datetime]::UtcNow - $points[1].Time.ToUniversalTime()).TotalHours | Should -BeLessThan 1
    }

    It 'reads its own CSV written under <_> with the same result' -ForEach 'de-DE', 'en-GB', 'ar-SA', 'th-TH', 'fa-IR' {
        $script = "`$ErrorActionPreference = 'Stop'; [cultureinfo]::CurrentCulture = '$_'; Import-Module '$module'; " +
            "Get-BatteryHistory -Source '$dell' | Export-Csv h.csv; " +
            "Get-BatteryHistory -Source '$histories/upower/u1-real-upowerd-two-runs' | Export-Csv u.csv; " +
            "Get-Battery -Recording '$(Get-Laptop thinkpad-t480-dual)' | Select-Object @{ n = 'Time'; e = { `$_.Timestamp.ToString('o') } }, " +
            "Name, State, Percentage, Energy | Export-Csv w.csv; (Get-BatteryHistory -Source w.csv).Percentage.Count"
        Push-Location (New-Tree)
        try {
            $shell = Invoke-Shell $script @{ TZ = 'Pacific/Kiritimati' }
            $shell.Error | Should -BeNullOrEmpty
            $shell.Output.Trim() | Should -Be '2'
            $select = 'UtcTime', 'Battery', 'Kind', 'Percentage', 'Energy', 'EnergyUsed', 'Duration',
                'State', 'TimeToEmpty', 'RecorderStarted', 'Format', 'Source'
            Get-BatteryHistory -Source h.csv | Select-Object $select | ConvertTo-Json -Compress |
                Should -Be (Get-BatteryHistory -Source $dell | Select-Object $select | ConvertTo-Json -Compress)
            $expected = Get-BatteryHistory -Source "$histories/upower/u1-real-upowerd-two-runs" | Select-Object $select | ConvertTo-Json -Compress
            Get-BatteryHistory -Source u.csv | Select-Object $select | ConvertTo-Json -Compress | Should -Be $expected
        }
        finally { Pop-Location }
    }

    It 'shows progress only when it takes longer than a second' {
        $shell = [powershell]::Create().AddScript("Import-Module '$module'; Get-BatteryHistory -Source '$dell' | Out-Null")
        $clock = [Diagnostics.Stopwatch]::new()
        Wait-Until {
            # On a busy machine it may take longer, and is repeated.
            $shell.Streams.ClearStreams()
            $clock.Restart()
            $null = $shell.Invoke()
            $clock.Elapsed.TotalSeconds -lt 1
        } 'a reading in less than a second'
        $shell.Streams.Progress.Count | Should -Be 0
        $slow = "$(New-Tree)/slow.csv"
        $line = "2026-01-01T00:00:00Z,BAT0,50`n" * 5000
        $writer = [IO.File]::CreateText($slow)
        $writer.Write("Time,Name,Percentage`n")
        1..30 | ForEach-Object { $writer.Write($line) }
        $writer.Close()
        $shell = [powershell]::Create().AddScript("Import-Module '$module'; Get-BatteryHistory -Source '$slow' | " +
            "ForEach-Object { if (`$n++ % 1000 -eq 0) { Start-Sleep -Milliseconds 20 } }")
        $null = $shell.Invoke()
        $shell.Streams.Progress.Count | Should -BeGreaterThan 1
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }

    It 'reads the folder of UPower that the variable names, and reports that it does not exist' -Skip:(-not $IsLinux) {
        $script = "Import-Module '$module'; (Get-BatteryHistory -ErrorVariable e -ErrorAction SilentlyContinue).Count; `$e[0].FullyQualifiedErrorId"
        (Invoke-Shell $script @{ UPOWER_HISTORY_DIR = "$histories/upower/u1-real-upowerd-two-runs" }).Output.Trim() | Should -Match '^\d{3,}$'
        (Invoke-Shell $script @{ UPOWER_HISTORY_DIR = "$(New-Tree)" }).Output.Trim() | Should -Match 'NoHistory'
        (Invoke-Shell $script @{ UPOWER_HISTORY_DIR = '/no/such/folder' }).Output.Trim() | Should -Match 'HistoryNotFound'
    }

    It 'reports denied access to a history as such' -Skip:(-not (Test-Path /sys/bus/platform/drivers_probe)) {
        # A file of sysfs that can only be written: not even root may read it.
        $folder = New-Tree
        $null = New-Item "$folder/history-charge-A-50.dat" -ItemType SymbolicLink -Value /sys/bus/platform/drivers_probe
        $script = "Import-Module '$module'; Get-BatteryHistory -ErrorVariable e -ErrorAction SilentlyContinue; `$e.Count; `$e[0].FullyQualifiedErrorId"
        (Invoke-Shell $script @{ UPOWER_HISTORY_DIR = $folder }).Output.Trim() -split '\r?\n' |
            Should -Be '1', 'AccessDenied,Battery.PowerShell.History.GetBatteryHistoryCommand'
    }
}

Describe 'Measure-BatteryHistory' {
    It 'gives the sessions, the drain and the trend of a report' {
        $statistics = Get-BatteryHistory -Source $dell | Measure-BatteryHistory
        $statistics.Sessions.Count | Should -Be 44
        [Math]::Round($statistics.EnergyUsed, 3) | Should -Be 484.398
        [Math]::Round($statistics.SleepDrain.PercentPerHour, 2) | Should -Be 0.75
        [Math]::Round($statistics.CapacityTrend.PercentPerYear, 1) | Should -Be -20.9
    }

    It 'measures points that came through a file, and samples' {
        $points = Get-BatteryHistory -Source $dell
        $file = "$(New-Tree)/points.xml"
        $points | Export-Clixml $file
        $again = Import-Clixml $file | Measure-BatteryHistory
        [Math]::Round($again.EnergyUsed, 6) | Should -Be 484.398
        $again.Sessions.Count | Should -Be 44
        (Get-Battery -Recording (Get-Laptop thinkpad-t480-dual) | Measure-BatteryHistory).Battery | Should -Be 'BAT0', 'BAT1'
    }

    It 'reports an object that is not a point, and measures the others' {
        $statistics = @(Get-BatteryHistory -Source $dell) + 'no point' | Measure-BatteryHistory -ErrorVariable problems -ErrorAction SilentlyContinue
        $statistics.Sessions.Count | Should -Be 44
        $problems.FullyQualifiedErrorId | Should -BeLike 'NotAPoint,*'
    }

    It 'does not count two reports of one machine twice' {
        Copy-Item $dell "$TestDrive/copy.xml"
        (Get-BatteryHistory -Source $dell, "$TestDrive/copy.xml" | Measure-BatteryHistory).Sessions.Count | Should -Be 44
        (& { Get-BatteryHistory -Source $dell; Get-BatteryHistory -Source "$TestDrive/copy.xml" } | Measure-BatteryHistory).Sessions.Count | Should -Be 44
    }
}

Describe 'The views of histories' {
    It 'show the same of live and of deserialized objects, and in constrained language' {
        $constrained = "Import-Module '$module'; `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; "
        $show = "Get-BatteryHistory -Source '$dell' | Select-Object -First 3 | Out-String -Width 120; " +
            "Get-BatteryHistory -Source '$dell' | Measure-BatteryHistory | Out-String -Width 120"
        $expected = (Invoke-Shell "Import-Module '$module'; $show").Output
        $expected | Should -Match 'DELL 0FJMK02'
        $expected | Should -Match '\b100%'
        (Invoke-Shell "$constrained $show").Output | Should -Be $expected
        $points = Get-BatteryHistory -Source $dell | Select-Object -First 3
        $file = "$(New-Tree)/p.xml"
        $points | Export-Clixml $file
        Import-Clixml $file | Out-String -Width 120 | Should -Be ($points | Out-String -Width 120)
    }

    It 'of sessions have their units' {
        $statistics = Get-BatteryHistory -Source $dell | Measure-BatteryHistory
        $statistics.Sessions | Select-Object -First 1 | Out-String | Should -Match '22[.,]58 Wh'
        $statistics.Sleeps | Select-Object -First 1 | Out-String | Should -Match '%/h'
        $statistics.Charges | Select-Object -First 1 | Out-String | Should -Match 'Wh'
    }
}

Describe 'Export-BatteryReport' {
    It 'writes batteries and history into one file' {
        $file = Get-Battery -Recording (Get-Laptop thinkpad-t480-dual) |
            Export-BatteryReport "$TestDrive/r.html" -History (Get-BatteryHistory -Source $dell) -Title 'A & B' -PassThru
        $html = Get-Content $file -Raw
        $html | Should -BeLike '*<h1>A &amp; B</h1>*'
        $html | Should -BeLike '*17.46 Wh*'
        $html | Should -BeLike '*not reported*'
        $html | Should -BeLike '*<td>22.6</td>*'
        $file.Length | Should -BeLessThan 300KB
    }

    It 'masks serial numbers unless asked' {
        $battery = Get-Battery BAT0 -Recording (Get-Laptop thinkpad-t480-dual)
        $battery.SerialNumber | Should -Not -BeNullOrEmpty
        $battery | Export-BatteryReport "$TestDrive/m.html"
        Get-Content "$TestDrive/m.html" -Raw | Should -Not -Match ">\s*$([regex]::Escape($battery.SerialNumber))\s*<"
        $battery | Export-BatteryReport "$TestDrive/m.html" -IncludeSerialNumber
        Get-Content "$TestDrive/m.html" -Raw | Should -Match ">\s*$([regex]::Escape($battery.SerialNumber))\s*<"
    }

    It 'shows a value of the table in its group, with its unit' {
        Get-Battery -Recording (Get-Laptop qcom-internal-resistance) | Export-BatteryReport "$TestDrive/values.html" -History @()
        Get-Content "$TestDrive/values.html" -Raw | Should -Match (
            '<caption>Health</caption>((?!</table>)[\s\S])*Internal resistance</th>\s*<td>87.5 m(Ω|&#937;)</td>')
    }

    It 'reports on several machines of objects that came from them' {
        $fleet = 'anna', 'bert' | ForEach-Object {
            $name = $_
            $file = "$(New-Tree)/b.xml"
            Get-Battery BAT1 -Recording (Get-Laptop thinkpad-t480-dual) | Export-Clixml $file
            (Get-Content $file -Raw) -replace 'Battery\.BatteryInfo', 'Some.Other' | Set-Content $file
            Import-Clixml $file | Add-Member PSComputerName $name -PassThru
        }
        $fleet | Export-BatteryReport "$TestDrive/fleet.html" -History @()
        $html = Get-Content "$TestDrive/fleet.html" -Raw
        $html | Should -BeLike '*All machines*<h2>anna</h2>*68 %*<h2>bert</h2>*'
        $html | Should -BeLike '*Discharging*'
    }

    It 'explains how to get a history if there is none' {
        Get-Battery -Recording (Get-Laptop thinkpad-t480-dual) | Export-BatteryReport "$TestDrive/none.html"
        Get-Content "$TestDrive/none.html" -Raw | Should -BeLike '*No history*powercfg /batteryreport*'
    }

    It 'writes nothing with -WhatIf and not over a file with -NoClobber' {
        Export-BatteryReport "$TestDrive/w.html" -History @() -WhatIf
        "$TestDrive/w.html" | Should -Not -Exist
        'mine' | Set-Content "$TestDrive/w.html"
        { Export-BatteryReport "$TestDrive/w.html" -History @() -NoClobber } | Should -Throw -ErrorId 'ReportExists,*'
        Get-Content "$TestDrive/w.html" | Should -Be 'mine'
        { Export-BatteryReport $TestDrive -History @() } | Should -Throw -ErrorId 'PathIsFolder,*'
        { Export-BatteryReport "$TestDrive/no/such/folder/r.html" -History @() } | Should -Throw -ErrorId 'WriteFailed,*'
    }
}
