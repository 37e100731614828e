# Objects and views that travel: into a runspace without the module, and by implicit remoting over SSH.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    . "$PSScriptRoot/SshServer.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    $withMouse = Get-Laptop lenovo-with-mouse

    # What arrives at a place that has the views but not the module's assembly, as implicit remoting leaves it.
    function Show-WithoutModule([object[]] $Objects, [string] $Format, [int] $Depth = 1, [int] $Width = 80) {
        $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault())
        $runspace.Open()
        try {
            $shell = [powershell]::Create($runspace).AddScript({
                    param($views, $text, $format, $width)
                    Update-FormatData $views
                    [System.Management.Automation.PSSerializer]::Deserialize($text) | & $format | Out-String -Width $width
                }).AddArgument("$repository/module/Battery.Format.ps1xml").AddArgument(
                [System.Management.Automation.PSSerializer]::Serialize($Objects, $Depth)).AddArgument($Format).AddArgument($Width)
            $shell.Invoke() | Where-Object { $_ }
            $shell.Streams.Error | ForEach-Object { throw $_ }
        }
        finally {
            $runspace.Dispose()
        }
    }
}

Describe 'A view of a deserialized object' {
    It 'has no script block: <_>' -ForEach @(
        Select-Xml -Path "$PSScriptRoot/../../module/Battery.Format.ps1xml" -XPath '//View[ViewSelectedBy/TypeName[starts-with(., "Deserialized.")]]' |
            ForEach-Object { $_.Node.Name }
    ) {
        $view = Select-Xml -Path "$repository/module/Battery.Format.ps1xml" -XPath "//View[Name='$_']"
        $view.Node.SelectNodes('.//ScriptBlock').Count | Should -Be 0
    }

    It 'shows every known value in a table, serialized to depth <_>' -ForEach 1, 2 {
        Show-WithoutModule (Get-Battery -Recording $laptop) Format-Table $_ |
            Should -Match '(?m)^BAT0 +80% NotCharging +idle +0\.0 W +91%\s*$\n^BAT1 +68% Discharging +5h 12m +8\.3 W +88%\s*$'
    }

    It 'leaves out whole columns at <width> columns' -ForEach @(
        @{ width = 40; line = 'BAT1                     68% Discharging' }
        @{ width = 50; line = 'BAT1                     68% Discharging 5h 12m' }
        @{ width = 60; line = 'BAT1                     68% Discharging 5h 12m        8.3 W' }
    ) {
        (Show-WithoutModule (Get-Battery -Recording $laptop) Format-Table 1 $width) -split '\r?\n' | ForEach-Object TrimEnd | Should -Contain $line
    }

    It 'shows every known value in a list' {
        $battery = Get-Battery BAT1 -Recording $laptop
        $lines = (Show-WithoutModule $battery Format-List 1 200) -split '\r?\n' | Where-Object { $_ }
        foreach ($property in $battery.PSObject.Properties.Where{ $_.MemberType -eq 'Property' }) {
            $line = $lines | Where-Object { $_ -match "^$($property.Name) +:" }
            if ($null -eq $property.Value) { $line | Should -Match ':\s*$' } else { $line | Should -Match ': \S' }
        }

        $lines -match '^EnergyRate ' | Should -Match ': 8\.34 W$'
        $lines -match '^Timestamp' | Should -Match ": $($battery.Timestamp.ToString('u'))$"
    }

    It 'shows totals, peripherals, samples and managers' {
        Show-WithoutModule (Get-Battery -Total -Recording $laptop) Format-Table | Should -Match 'BAT0\+BAT1 +72% Discharging +7h 17m +8\.3 W +89%'
        Show-WithoutModule (Get-Battery -Total -Recording $laptop) Format-List | Should -Match 'StateOfHealth +: 88\.9%'
        Show-WithoutModule (Get-Battery -Scope Peripheral -Recording $withMouse) Format-Table | Should -Match 'hidpp_battery_0 +65% PRO X Wireless +Discharging'
        Show-WithoutModule (Watch-Battery BAT1 -Count 1 -Recording $laptop) Format-Table | Should -Match '\d\d:\d\d:\d\dZ +68% Discharging +5h 12m +BAT1'
        Show-WithoutModule (Get-BatteryManager -Recording $laptop) Format-Table | Should -Match 'sysfs +2 Offline +False'
        Show-WithoutModule (Get-Battery -Recording $laptop) Format-Wide | Should -Match 'BAT0 +BAT1'
    }
}

Describe 'An object that comes back' {
    It 'is of its type again, with every value and its view' {
        $sent = Watch-Battery BAT1 -Count 1 -Recording $laptop
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($sent, 1))
        $back | Should -BeOfType [Battery.BatteryInfo]
        $back | Select-Object * | ConvertTo-Json | Should -Be ($sent | Select-Object * | ConvertTo-Json)
        $back | Out-String | Should -Be ($sent | Out-String)
    }

    It 'is not changed by accident' {
        $battery = Get-Battery BAT1 -Recording $laptop
        { $battery.Percentage = 3 } | Should -Throw '*read*only*'
        $battery.Percentage | Should -Be 68
    }

    It 'says where it came from' {
        (Get-Battery BAT1 -Recording $laptop).Source | Should -Be (Resolve-Path $laptop).Path
        (Get-Battery -Total -Recording $laptop).Source | Should -Be (Resolve-Path $laptop).Path
    }

    It 'is not read again on another machine' {
        $text = [System.Management.Automation.PSSerializer]::Serialize((Get-Battery BAT1 -Recording $laptop), 1)
        $other = [System.Management.Automation.PSSerializer]::Deserialize(($text -replace '(N="Source">)[^<]*', '${1}laptop-17'))
        $other.Source | Should -Be 'laptop-17'
        { $other | Get-Battery -ErrorAction Stop } | Should -Throw -ErrorId 'BatteryOfAnotherMachine,*'
        { $other | Watch-Battery -Count 1 -ErrorAction Stop } | Should -Throw -ErrorId 'BatteryOfAnotherMachine,*'
    }
}

Describe 'Implicit remoting over SSH' {
    BeforeAll {
        $server = Start-SshServer
        $missing = $server.Missing
        if (-not $missing) { $session = New-SshSession $server }
    }

    AfterAll {
        if ($session) { Remove-PSSession $session }
        Stop-SshServer $server
    }

    It 'shows every value where the module is only on the other side' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        # A process without the module asks; in this one its types would be found.
        $script = {
            param($port, $key, $options, $module, $laptop)
            $session = New-PSSession -HostName 127.0.0.1 -Port $port -UserName (id -un) -KeyFilePath $key -Options $options
            $null = Import-Module $module -PSSession $session -WarningAction Ignore
            Get-Battery -Recording $laptop | Out-String -Width 80
            Get-Battery BAT1 -Recording $laptop | Format-List | Out-String
            Get-Battery -Total -Recording $laptop | Out-String -Width 80
            "types: $('Battery.BatteryInfo' -as [type])"
            Remove-PSSession $session
        }
        $text = Start-Job $script -ArgumentList $server.Port, $server.Key, $server.Options, $module, $laptop | Receive-Job -Wait -AutoRemoveJob | Out-String
        $text | Should -Match 'BAT0 +80% NotCharging +idle +0\.0 W +91%'
        $text | Should -Match 'BAT1 +68% Discharging +5h 12m +8\.3 W +88%'
        $text | Should -Match 'StateOfHealth +: 88\.3%'
        $text | Should -Match 'Technology +: LithiumIon'
        $text | Should -Match 'BAT0\+BAT1 +72% Discharging'
        $text | Should -Match 'types: \s'
    }

    It 'shows the computer of a fleet in full at 80 columns' {
        if ($missing) { Set-ItResult -Skipped -Because $missing; return }
        $batteries = Invoke-Command $session { param($path, $laptop) Import-Module $path; Get-Battery -Recording $laptop } -ArgumentList $module, $laptop
        $text = $batteries | Out-String -Width 80
        # PowerShell adds the column. 12 characters are left for it, and the rest of its name is on the next line.
        $text | Should -Match '(?m) Health PSComputerNa\r?\n\s+me$'
        $text | Should -Match 'BAT1 +68% Discharging +5h 12m +8\.3 W +88% 127\.0\.0\.1'
    }
}
