# The cmdlets beside a mouse whose battery is asked by radio: only who wants peripherals may ask it.

. /laptop_functions.ps1

function Measure-Request([scriptblock] $action) {
    $before = [int] [IO.File]::ReadAllText('/tmp/requests')
    $result = @(& $action)
    [Threading.Thread]::Sleep(200) # The mouse counts in a process of its own.
    "$(([int] [IO.File]::ReadAllText('/tmp/requests')) - $before) requests to the mouse, $($result.Count) batteries"
}

Saw '10 Get-Battery beside a mouse' (Measure-Request { 1..10 | ForEach-Object { Get-Battery } })

$manager = Get-BatteryManager
Saw '10 Get-Battery through a manager beside a mouse' (Measure-Request { 1..10 | ForEach-Object { $manager | Get-Battery } })
Saw 'a watch through a manager beside a mouse' (Measure-Request { $manager | Watch-Battery -Interval 1 -Count 3 })

# A thread listens during the watch.
$watch = {
    Register-ObjectEvent $manager Changed -SourceIdentifier changed
    Press AC_IN
    Watch-Battery -Interval 5 -Timeout 60 | Sort-Object Name -Unique
    Press AC_OUT
}
Saw 'a minute of Watch-Battery and of the event Changed beside a mouse' (Measure-Request $watch)
Saw 'the event Changed' "raised: $($null -ne (Wait-Event changed -Timeout 600))"
Unregister-Event changed

Saw 'Get-Battery with the mouse' (Measure-Request { Get-Battery -Scope Peripheral })
Saw 'Get-Battery with the mouse, through a manager' (Measure-Request { $manager | Get-Battery -Scope All })
Saw 'Get-Battery through a manager after that' (Measure-Request { $manager | Get-Battery })
$manager.Dispose()
