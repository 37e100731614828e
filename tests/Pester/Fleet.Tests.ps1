# The scripts of docs/fleet.md.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    . "$PSScriptRoot/SshServer.ps1"
    $examples = "$repository/examples/fleet"

    # Runs a script as a management tool does: in a process of its own. The machine is a recorded one.
    function Invoke-Script([string] $Name, [string] $Recording, [string] $Parameters = '') {
        $result = Invoke-Shell ("Import-Module '$module'; `$PSDefaultParameterValues = @{ 'Get-Battery[HM]*:Recording' = '$Recording' }; " +
            "& '$examples/$Name' $Parameters; exit `$LASTEXITCODE")
        $result.Error | Should -BeNullOrEmpty
        $result
    }

    $worn = New-Tree
    Set-Supply $worn BAT0 STATUS=Full ENERGY_NOW=20000000 ENERGY_FULL=20000000 ENERGY_FULL_DESIGN=50000000
    $good = New-Tree
    Set-Supply $good BAT0 STATUS=Full ENERGY_NOW=49000000 ENERGY_FULL=49000000 ENERGY_FULL_DESIGN=50000000
    $silent = New-Tree
    Set-Supply $silent BAT0 STATUS=Full
}

Describe 'detect-battery.ps1' {
    It 'exits with 1 for a worn battery, with the reason in one line' {
        $result = Invoke-Script detect-battery.ps1 $worn
        $result.ExitCode | Should -Be 1
        $result.Output.TrimEnd() | Should -Match '^BAT0: Worn\. .*40'
        $result.Output.TrimEnd() | Should -Not -Match "`n"
    }

    It 'exits with 0 for <what>' -ForEach @(
        @{ what = 'a good battery'; tree = 'good'; line = '^BAT0: Good\.' }
        @{ what = 'a battery that does not report its health'; tree = 'silent'; line = '^BAT0: Unknown\.' }
        @{ what = 'a desktop'; tree = 'desktop'; line = '^No battery\.$' }
    ) {
        $path = if ($tree -eq 'desktop') { Get-Laptop desktop } else { Get-Variable $tree -ValueOnly }
        $result = Invoke-Script detect-battery.ps1 $path
        $result.ExitCode | Should -Be 0
        $result.Output.TrimEnd() | Should -Match $line
    }

    It 'takes other limits' {
        (Invoke-Script detect-battery.ps1 $worn '-MinimumHealth 30').ExitCode | Should -Be 0
    }

    It 'exits with 2 if the batteries cannot be read' {
        (Invoke-Script detect-battery.ps1 'missing').ExitCode | Should -Be 2
    }

    It 'exits with 2 and one line without the module' {
        $result = Invoke-Shell "Remove-Module Battery -ErrorAction Ignore; `$env:PSModulePath = ''; & '$examples/detect-battery.ps1'; exit `$LASTEXITCODE"
        $result.ExitCode | Should -Be 2
        $result.Output.TrimEnd() | Should -Match '^The batteries cannot be read: .*Get-BatteryHealth'
        $result.Output.TrimEnd() | Should -Not -Match "`n"
    }

    It 'exits with 2 in Windows PowerShell if PowerShell 7 is not installed' {
        $copy = "$(New-Tree)/detect-battery.ps1"
        (Get-Content -Raw "$examples/detect-battery.ps1").Replace('Major -lt 7', 'Major -ge 7') | Set-Content $copy
        $result = Invoke-Shell "& '$copy'; exit `$LASTEXITCODE" @{ ProgramFiles = $silent }
        $result.ExitCode | Should -Be 2
        $result.Output | Should -Match 'pwsh\.exe is missing\. Install PowerShell 7'
    }

    It 'parses in Windows PowerShell' {
        # The operators of PowerShell 7 are errors there, before the script can hand over.
        Get-Content -Raw "$examples/detect-battery.ps1" | Should -Not -Match '\?\?|\?\.|&& | \|\| '
    }
}

Describe 'write-battery-metrics.ps1' {
    It 'writes a file that promtool accepts, and no other' {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        $result = Invoke-Script write-battery-metrics.ps1 (Get-Laptop thinkpad-t480-dual) "'$folder/battery.prom'"
        $result.ExitCode | Should -Be 0
        (Get-ChildItem $folder).Name | Should -Be 'battery.prom'
        $text = Get-Content -Raw "$folder/battery.prom"
        $text | Should -Match '(?m)^node_power_supply_capacity\{power_supply="BAT1"\} 68$'
        $text | Should -Match '(?m)^node_power_supply_online\{power_supply="AC"\} 0$'
        $text | Should -Match '(?m)^battery_total_batteries\{power_supply="BAT0\+BAT1"\} 2$'
        if (Get-Command promtool -ErrorAction Ignore) {
            Get-Content -Raw "$folder/battery.prom" | promtool check metrics 2>&1 | Should -BeNullOrEmpty
        }
    }

    It 'replaces the file in one step' {
        # A reader that has the old file open keeps it whole.
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        Set-Content "$folder/battery.prom" 'old'
        $reader = [IO.File]::Open("$folder/battery.prom", 'Open', 'Read', 'ReadWrite, Delete')
        try {
            $null = Invoke-Script write-battery-metrics.ps1 $good "'$folder/battery.prom'"
            [IO.StreamReader]::new($reader).ReadToEnd().Trim() | Should -Be 'old'
        }
        finally {
            $reader.Dispose()
        }
        Get-Content -Raw "$folder/battery.prom" | Should -Match 'node_power_supply_info'
    }

    It 'removes the file if the batteries cannot be read' {
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        Set-Content "$folder/battery.prom" 'old'
        $result = Invoke-Shell ("Import-Module '$module'; `$PSDefaultParameterValues = @{ 'Get-Battery[HM]*:Recording' = 'missing' }; " +
            "& '$examples/write-battery-metrics.ps1' '$folder/battery.prom'")
        $result.ExitCode | Should -Not -Be 0
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'has units that systemd accepts' -Skip:(-not (Get-Command systemd-analyze -ErrorAction Ignore)) {
        # The programs are not installed here.
        $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        Copy-Item "$examples/battery-metrics.timer" $folder
        (Get-Content "$examples/battery-metrics.service") -replace '^ExecStart=.*', 'ExecStart=/bin/true' | Set-Content "$folder/battery-metrics.service"
        $output = systemd-analyze verify "$folder/battery-metrics.service" "$folder/battery-metrics.timer" 2>&1
        $output | Where-Object { "$_" -match 'battery-metrics' } | Should -BeNullOrEmpty
    }
}

Describe 'report-fleet.ps1' {
    BeforeAll {
        $server = Start-SshServer
        $missing = $server.Missing
    }

    AfterAll { Stop-SshServer $server }

    It 'reports a computer that cannot be reached' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        $folder = New-Tree
        Set-Content "$folder.txt" 'laptop17.invalid'
        & "$examples/report-fleet.ps1" -HostFile "$folder.txt" -Path $folder | Should -Be 'Batteries: 0, to replace: 0. Computers not read: 1.'
        $LASTEXITCODE | Should -Be 0
        Get-Content -Raw "$folder/unreachable.txt" | Should -Match '^laptop17\.invalid: '
    }

    It 'exits with 2 without a list of computers' {
        $folder = New-Tree
        & "$examples/report-fleet.ps1" -HostFile "$folder.txt" -Path $folder | Should -BeLike "There is no report: *$folder.txt*"
        $LASTEXITCODE | Should -Be 2
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'reports the batteries over SSH, and the computers that cannot be read' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        $sessions = foreach ($recording in $worn, $good, 'missing') {
            $session = New-SshSession $server
            Invoke-Command $session {
                param($module, $recording)
                Import-Module $module
                $global:PSDefaultParameterValues = @{ 'Get-BatteryHealth:Recording' = $recording }
            } -ArgumentList $module, $recording
            $session
        }
        try {
            $folder = "$(New-Tree)/report"
            $text = & "$examples/report-fleet.ps1" -Session $sessions -Path $folder
            $LASTEXITCODE | Should -Be 1
            $text | Should -Be 'Batteries: 2, to replace: 1. Computers not read: 1.'
            $rows = Import-Csv "$folder/health.csv"
            $rows.Verdict | Should -Be 'Worn', 'Good'
            $rows[0].Computer, $rows[0].StateOfHealth | Should -Be '127.0.0.1', '40'
            Get-Content "$folder/unreachable.txt" | Should -HaveCount 1
            Get-Content "$folder/unreachable.txt" | Should -Match '127\.0\.0\.1.*missing'
        }
        finally {
            Remove-PSSession $sessions
        }
    }
}
