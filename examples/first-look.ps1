# Shows this machine's batteries; where there is none, those of a recorded laptop.
$batteries = Get-Battery
if ($batteries) {
    $batteries
}
else {
    'This machine has no battery. What follows is a recording: a ThinkPad T480 with two.'
    Get-Battery -SysfsRoot "$PSScriptRoot/../tests/fixtures/thinkpad-t480-dual/sys"
}
