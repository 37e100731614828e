# Colors depend on the process: its variables, its terminal. Each test asks a process of its own, or changes $PSStyle.
BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $headset = Get-Laptop logitech-g935-headset
    $escape = [char]27
}

Describe 'Colors' {
    It 'are absent from a file' {
        Get-Battery -Scope All -Recording $headset > TestDrive:/batteries.txt
        Get-Content TestDrive:/batteries.txt -Raw | Should -Not -Match $escape
        Get-Content TestDrive:/batteries.txt -Raw | Should -Match '3%'
    }

    It 'are absent with <_>' -ForEach 'NO_COLOR=1', 'TERM=dumb', 'TERM=xterm-mono' {
        $name, $value = $_ -split '='
        $output = (Invoke-Shell "Import-Module '$module'; Get-Battery -Scope All -Recording '$headset'" @{ $name = $value }).Output
        $output | Should -Match '3%'
        $output | Should -Not -Match "$escape\[[0-9;]*3[1-3]m"
    }

    Context 'OutputRendering' {
        BeforeEach { $before = $PSStyle.OutputRendering }
        AfterEach { $PSStyle.OutputRendering = $before }

        It 'PlainText removes them' {
            $PSStyle.OutputRendering = 'PlainText'
            Get-Battery -Scope All -Recording $headset | Out-String | Should -Not -Match $escape
        }

        It 'Host removes them from strings' {
            $PSStyle.OutputRendering = 'Host'
            Get-Battery -Scope All -Recording $headset | Out-String | Should -Not -Match $escape
        }

        It 'Ansi keeps them: <machine> is <color>' -ForEach @(
            @{ machine = 'usb-c-240-w'; color = 'green'; cell = "`e[32m██░░░  32%" }
            @{ machine = 'logitech-g935-headset'; color = 'red'; cell = "`e[31m░░░░░   3%" }
            @{ machine = 'ten-slots'; color = 'yellow'; cell = "`e[33m░░░░░  10%" }
            @{ machine = 'thinkpad-t480-dual'; color = 'not colored'; cell = ' ███░░  68%' }
        ) {
            $PSStyle.OutputRendering = 'Ansi'
            Get-Battery -Scope All -Recording (Get-Laptop $machine) | Out-String | Should -BeLike "*$([wildcardpattern]::Escape($cell))*"
        }
    }
}
