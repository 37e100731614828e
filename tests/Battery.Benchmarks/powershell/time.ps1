# Prints in milliseconds how long a module's import, a command's first call and each further call take, in a process of its own.
param($Module, $Command, $Prepare)

$clock = [Diagnostics.Stopwatch]::StartNew()
if ($Module) { Import-Module $Module -ErrorAction Stop }
$import = $clock.Elapsed.TotalMilliseconds

. ([scriptblock]::Create($Prepare))
$block = [scriptblock]::Create($Command)
$clock.Restart()
$null = & $block
$first = $clock.Elapsed.TotalMilliseconds

# The engine compiles what was called often.
foreach ($i in 1..300) { $null = & $block }
$clock.Restart()
foreach ($i in 1..300) { $null = & $block }
[string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2}', $import, $first, ($clock.Elapsed.TotalMilliseconds / 300))
