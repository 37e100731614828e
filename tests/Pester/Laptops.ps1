# For the tests beside it: the built module, recorded laptops, and laptops that a test makes and changes.
# A test file begins with: BeforeAll { . "$PSScriptRoot/Laptops.ps1" }

$repository = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
$module = "$repository/artifacts/module/Battery/Battery.psd1"
Import-Module $module

# The path of a recorded machine, for -Recording: a folder of Linux's sysfs, a file of another system.
function Get-Laptop([string] $Name, [string] $System = 'linux') {
    $folder = "$repository/tests/fixtures/$System/$Name"
    if ($System -eq 'linux') { "$folder/sys" }
    else { (Get-ChildItem $folder -File | Where-Object Name -NotIn 'SOURCE.md', 'expected.json').FullName }
}

# Writes a supply of a laptop of the test's own, for -Recording or, on Linux, -SysfsRoot: Set-Supply $tree BAT0 STATUS=Full CAPACITY=100
# A rename is whole: a reader never sees half of the file, nor a folder without it.
function Set-Supply([string] $Tree, [string] $Name, [Parameter(ValueFromRemainingArguments)] [string[]] $Line) {
    $place = "$Tree/class/power_supply/$Name"
    $isNew = -not (Test-Path -LiteralPath $place)
    $folder = if ($isNew) { "$Tree/$Name.new" } else { $place }
    $null = New-Item "$Tree/class/power_supply", $folder -ItemType Directory -Force
    $lines = @($Line) -notmatch '^TYPE=' | ForEach-Object { "POWER_SUPPLY_$_" }
    $type = (@($Line) -match '^TYPE=' | Select-Object -First 1) ?? 'TYPE=Battery'
    [IO.File]::WriteAllText("$folder/uevent.new", (@("POWER_SUPPLY_$type") + $lines -join "`n") + "`n")
    [IO.File]::Move("$folder/uevent.new", "$folder/uevent", $true)
    if ($isNew) { [IO.Directory]::Move($folder, $place) }
}

function Remove-Supply([string] $Tree, [string] $Name) {
    [IO.Directory]::Move("$Tree/class/power_supply/$Name", "$Tree/$Name.removed")
    Remove-Item "$Tree/$Name.removed" -Recurse
}

# A path of its own below TestDrive, as the file system spells it.
function New-Tree { (New-Item "TestDrive:/$([guid]::NewGuid().ToString('N'))" -ItemType Directory).FullName }

# Runs a script in a runspace of its own and gives it with what it has emitted so far.
function Start-Background([string] $Script) {
    $shell = [powershell]::Create().AddScript("Import-Module '$module'; $Script")
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $output.EnumeratorNeverBlocks = $true
    $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    $running = $shell.BeginInvoke($none, $output)
    [pscustomobject]@{ Shell = $shell; Output = $output; Running = $running }
}

# Ends a test that hangs, in seconds. What happens on a busy machine happens later, not otherwise.
$patience = 600

function Wait-Until([scriptblock] $Condition, [string] $What) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.Elapsed.TotalSeconds -gt $patience) { throw "$What did not happen within $patience s" }
        Start-Sleep -Milliseconds 10
    }
}

function Wait-Background($Background, [int] $Count) {
    Wait-Until { $Background.Output.Count -ge $Count } "output $Count (there are: $($Background.Output -join ', '))"
}

# Waits for the end of the script and gives all of its output.
function Receive-Background($Background) {
    Wait-Until { $Background.Running.IsCompleted } 'the end of the script'
    $null = $Background.Shell.EndInvoke($Background.Running)
    $Background.Output
    $Background.Shell.Dispose()
}

# Whether a process can have a mount namespace, and so a /sys of its own. Not every system lets an unprivileged user make one.
function Test-MountNamespace { $IsLinux -and (Get-Command unshare -ErrorAction Ignore) -and $(unshare --map-root-user --mount true 2>&1; $LASTEXITCODE -eq 0) }

# Runs a script in a process of its own, with variables that differ from this one's, and with another folder as its /sys.
function Invoke-Shell([string] $Script, [hashtable] $Environment = @{}, [string] $InputText = '', [string] $Sys = '') {
    # pwsh is a program, or a tool that dotnet runs.
    $command = @((Get-Process -Id $PID).Path)
    if ((Split-Path $command[0] -LeafBase) -eq 'dotnet') { $command += "$PSHOME/pwsh.dll" }
    $command += '-NoProfile', '-Command', $Script
    if ($Sys) { $command = @('unshare', '--map-root-user', '--mount', 'sh', '-c', 'mount --bind "$0" /sys && exec "$@"', $Sys) + $command }
    $start = [Diagnostics.ProcessStartInfo]::new($command[0])
    $command | Select-Object -Skip 1 | ForEach-Object { $start.ArgumentList.Add($_) }
    foreach ($name in $Environment.Keys) {
        if ($null -eq $Environment[$name]) { $null = $start.Environment.Remove($name) }
        else { $start.Environment[$name] = $Environment[$name] }
    }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [Text.Encoding]::UTF8
    $start.WorkingDirectory = (Get-Location -PSProvider FileSystem).ProviderPath
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Write($InputText)
    $process.StandardInput.Close()
    $problem = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    [pscustomobject]@{ Output = $output; Error = $problem.Result; ExitCode = $process.ExitCode }
}
