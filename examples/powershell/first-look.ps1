# Shows this machine's batteries; where there is none, those of a recorded laptop.
$batteries = Get-Battery
if ($batteries) {
    $batteries
}
else {
    'This machine has no battery. What follows was recorded on a ThinkPad X240.'
    Get-Battery -SysfsRoot "$PSScriptRoot/../../tests/fixtures/linux/thinkpad-x240-mojibake-model/sys"
}
