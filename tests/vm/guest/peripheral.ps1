# The cmdlets beside a mouse whose battery is asked by radio: only who wants peripherals may ask it.

function Saw($scenario, $text) { "saw: $scenario = $text" }
function Measure-Request([scriptblock] $action) {
    $before = [int] [IO.File]::ReadAllText('/tmp/requests')
    $result = @(& $action)
    [Threading.Thread]::Sleep(200) # The mouse counts in a process of its own.
    "$(([int] [IO.File]::ReadAllText('/tmp/requests')) - $before) requests to the mouse, $($result.Count) batteries"
}

Saw '10 Get-Battery beside a mouse' (Measure-Request { 1..10 | ForEach-Object { Get-Battery } })
Saw 'a minute of Watch-Battery beside a mouse' (Measure-Request { Watch-Battery -Interval 5 -Timeout 60 | Sort-Object Name -Unique })
Saw 'Get-Battery with the mouse' (Measure-Request { Get-Battery -Scope Peripheral })
