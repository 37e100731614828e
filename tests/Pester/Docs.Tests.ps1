# What the documentation shows and refers to.
BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    # Not in artifacts: a Windows of the tests' own is there, with the whole file system as a drive.
    $folders = Get-ChildItem $root -Directory -Force | Where-Object Name -NotIn 'artifacts', '.git'
    $pages = @(Get-ChildItem $root -Filter *.md -File) + @($folders | Get-ChildItem -Filter *.md -Recurse -File -Exclude SOURCE.md -Force) |
        ForEach-Object { [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/') } |
        Where-Object { $_ -notmatch '(^|/)(bin|obj|TestResults)/' }
}

Describe 'The documentation' {
    It 'has a picture in the README that shows what the module prints' {
        & "$PSScriptRoot/../../docs/images/draw-terminal.ps1" -Path "$TestDrive/terminal.svg"
        Get-Content "$TestDrive/terminal.svg" | Should -Be (Get-Content "$PSScriptRoot/../../docs/images/terminal.svg")
    }

    It 'has the number of recorded machines in the README' {
        $root = "$PSScriptRoot/../.."
        $count = @{}
        'linux', 'macos', 'windows' | ForEach-Object { $count[$_] = @(Get-ChildItem "$root/tests/fixtures/$_/*/expected.json").Count }
        $readme = Get-Content "$root/README.md" -Raw
        $readme | Should -Match "files of $($count.linux) machines"
        $readme | Should -Match "dumps of $($count.macos) Macs"
        $readme | Should -Match "recordings of $($count.linux + $count.macos + $count.windows) machines"
    }

    It 'mentions Get-Help -Online only where it works' {
        Import-Module "$PSScriptRoot/../../artifacts/module/Battery"
        $help = Get-Help Get-Battery
        $address = $help.relatedLinks.navigationLink | Where-Object linkText -eq 'Online version' | ForEach-Object uri
        ($help | Out-String) -match '-Online' | Should -Be ([bool] $address)
    }

    It 'has no broken link in <_>' -ForEach $pages {
        $root = (Resolve-Path "$PSScriptRoot/../..").Path
        $folder = Split-Path (Join-Path $root $_)
        $broken = foreach ($link in [regex]::Matches((Get-Content (Join-Path $root $_) -Raw), '\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)')) {
            $target = if ($link.Groups[1].Value) { Join-Path $folder $link.Groups[1].Value } else { Join-Path $root $_ }
            if (-not (Test-Path -LiteralPath $target)) { $link.Value; continue }
            if (-not $link.Groups[2].Success) { continue }

            # The anchor of a heading as hosting platforms make it: lower case, punctuation removed, blanks as hyphens.
            $anchors = Get-Content -LiteralPath $target | Where-Object { $_ -match '^#+ ' } |
                ForEach-Object { ($_ -replace '^#+ ').ToLowerInvariant() -replace '[^\p{L}\p{Nd} _-]' -replace ' ', '-' }
            if ($link.Groups[2].Value -notin $anchors) { $link.Value }
        }
        $broken | Should -BeNullOrEmpty
    }

    It 'names files in the section on data flows that exist' {
        $root = (Resolve-Path "$PSScriptRoot/../..").Path
        $section = (Get-Content "$root/CONTRIBUTING.md" -Raw) -replace '(?s)^.*\n## How data flows\n(.*?)\n## .*$', '$1'
        $files = [regex]::Matches($section, '`((?:src|module)/[^`]+)`').ForEach{ $_.Groups[1].Value }
        $files.Count | Should -BeGreaterThan 20
        $files | Where-Object { -not (Test-Path -LiteralPath (Join-Path $root $_)) } | Should -BeNullOrEmpty
    }
}
