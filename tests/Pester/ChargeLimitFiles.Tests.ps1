# The udev rule and the unit of systemd that the documentation shows.
BeforeDiscovery {
    $hasSystemd = [bool] (Get-Command systemd-analyze -ErrorAction Ignore)
    $hasVerify = [bool] (Get-Command udevadm -ErrorAction Ignore) -and $(udevadm verify --help 2>&1; $LASTEXITCODE -eq 0)[-1]
    $files = '90-battery-charge-limit.rules', 'battery-charge-limit.service'
}
BeforeAll { $folder = (Resolve-Path "$PSScriptRoot/../../examples/linux").Path }

Describe 'docs/charge-limit.md' {
    It 'shows <_>' -ForEach $files {
        (Get-Content "$PSScriptRoot/../../docs/charge-limit.md" -Raw).Contains((Get-Content "$folder/$_" -Raw)) | Should -BeTrue
    }

    It 'shows a unit that systemd accepts' -Skip:(-not $hasSystemd) {
        systemd-analyze verify --man=no "$folder/battery-charge-limit.service" 2>&1 | Should -BeNullOrEmpty
        (Get-Content "$folder/battery-charge-limit.service" -Raw) -replace 'oneshot', 'once' | Set-Content "$TestDrive/wrong.service"
        systemd-analyze verify --man=no "$TestDrive/wrong.service" 2>&1 | Should -Not -BeNullOrEmpty
    }

    # udev 254 and later.
    It 'shows a rule that udev accepts' -Skip:(-not $hasVerify) {
        udevadm verify "$folder/90-battery-charge-limit.rules" 2>&1 | Out-String | Should -Match '1 Success'
    }

    It 'has a unit whose command the module understands' {
        $script = (Select-String -Path "$folder/battery-charge-limit.service" -Pattern '-Command "(.*)"').Matches[0].Groups[1].Value
        . "$PSScriptRoot/Laptops.ps1"
        $tree = New-Tree
        Set-Supply $tree BAT0 CAPACITY=50
        Set-Content "$tree/class/power_supply/BAT0/charge_control_end_threshold" 100
        if ($IsLinux) {
            & ([scriptblock]::Create("$script -SysfsRoot '$tree'"))
            Get-Content "$tree/class/power_supply/BAT0/charge_control_end_threshold" | Should -Be 80
        }
    }
}
