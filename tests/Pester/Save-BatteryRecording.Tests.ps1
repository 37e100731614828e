BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
}

Describe 'Save-BatteryRecording' {
    BeforeEach {
        Set-Location (New-Tree)
        Set-Supply $PWD.ProviderPath BAT0 CAPACITY=50 SERIAL_NUMBER=A77b
        $tree = $PWD.ProviderPath
    }
    AfterEach { Set-Location $repository }

    It 'saves what Get-Battery -Recording reads the same' {
        Save-BatteryRecording laptop.txt -Recording $laptop | Should -BeNullOrEmpty
        $saved = Get-Battery -Recording laptop.txt | Select-Object -ExcludeProperty Timestamp, SerialNumber, Source | ConvertTo-Json
        $saved | Should -Be (Get-Battery -Recording $laptop | Select-Object -ExcludeProperty Timestamp, SerialNumber, Source | ConvertTo-Json)
    }

    It 'saves what <_> reads' -ForEach @(
        'Get-Battery -Recording laptop.txt', 'Get-Battery -Total -Recording ./laptop.txt', 'Get-BatteryManager -Recording laptop.txt | Get-Battery',
        'Get-Battery -Recording laptop.txt | Get-Battery -Recording laptop.txt', 'Watch-Battery -Recording laptop.txt -Count 1'
    ) {
        Save-BatteryRecording laptop.txt -Recording .
        (& ([scriptblock]::Create($_))).Percentage | Should -Be 50
    }

    It 'saves a tree of -SysfsRoot' -Skip:(-not $IsLinux) {
        Save-BatteryRecording laptop.txt -SysfsRoot .
        (Get-Battery -Recording laptop.txt).Percentage | Should -Be 50
    }

    It 'masks serial numbers, and not with -IncludeSerialNumber' {
        Save-BatteryRecording masked.txt -Recording .
        Get-Content masked.txt -Raw | Should -Not -Match A77b
        Save-BatteryRecording kept.txt -Recording . -IncludeSerialNumber
        Get-Content kept.txt -Raw | Should -Match A77b
    }

    It 'overwrites a file only with -Force' {
        Set-Content once.txt mine
        $problem = try { Save-BatteryRecording once.txt -Recording . } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'RecordingExists,*'
        $problem.CategoryInfo.Category | Should -Be 'ResourceExists'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*-Force*'
        Get-Content once.txt | Should -Be mine
        Save-BatteryRecording once.txt -Recording . -Force
        (Get-Battery -Recording once.txt).Percentage | Should -Be 50
    }

    It 'emits the file with -PassThru' {
        $file = Save-BatteryRecording laptop.txt -Recording . -PassThru
        $file | Should -BeOfType [IO.FileInfo]
        $file.FullName | Should -Be (Join-Path $tree laptop.txt)
    }

    It 'ends on <path>, with <id>' -ForEach @(
        @{ path = 'no/such/file'; id = 'FolderNotFound'; category = 'ObjectNotFound' }
        @{ path = 'env:PATH'; id = 'PathNotFileSystem'; category = 'InvalidArgument' }
    ) {
        $problem = try { Save-BatteryRecording $path -Recording . } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike "$id,*"
        $problem.CategoryInfo.Category | Should -Be $category
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses a path with a NUL, to open and to save' {
        $problem = try { Get-Battery -SysfsRoot ".`0b" } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidPath,*'
        "$problem" | Should -BeLike "the path '*.\0b' has a NUL"
        { Save-BatteryRecording "new.txt`0b" -Recording . } | Should -Throw "*has a NUL"
        'new.txt' | Should -Not -Exist
    }

    It 'refuses a pipe at once, to open and to save' -Skip:$IsWindows {
        mkfifo pipe
        { Get-Battery -Recording pipe -ErrorAction Stop } | Should -Throw '*it is a pipe, a socket or a device; give a file*'
        { Save-BatteryRecording pipe -Recording $laptop -Force } | Should -Throw '*it is a pipe, a socket or a device; give a file*'
        $problem = try { Get-Battery -Recording pipe -ErrorAction Stop } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidPath,*'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*ordinary file*'
    }

    It 'reads what Windows PowerShell redirects, UTF-16 with a mark' {
        Save-BatteryRecording laptop.txt -Recording .
        Get-Content laptop.txt | Set-Content redirected.txt -Encoding unicode
        (Get-Battery -Recording redirected.txt).Percentage | Should -Be 50
    }

    It 'writes nothing with -WhatIf, and says what it would write' {
        # What -WhatIf says goes to the host of a process.
        $said = (Invoke-Shell "Import-Module '$module'; Save-BatteryRecording laptop.txt -Recording . -WhatIf").Output
        'laptop.txt' | Should -Not -Exist
        $said | Should -BeLike '*What if:*laptop.txt*'
    }

    It 'asks with -Confirm, and <does> when the answer is <answer>' -ForEach @(
        @{ answer = 'Y'; does = 'writes'; written = $true }
        @{ answer = 'N'; does = 'writes nothing'; written = $false }
    ) {
        # The prompt is broken into lines, anywhere in the path.
        (Invoke-Shell "Import-Module '$module'; Save-BatteryRecording confirmed.txt -Recording . -Confirm" -InputText "$answer`n").Output -replace '\r?\n' |
            Should -BeLike '*confirmed.txt*'
        Test-Path confirmed.txt | Should -Be $written
    }
}
