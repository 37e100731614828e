# Set-BatteryChargeLimit with the kernel's driver of ThinkPads.

. /laptop_functions.ps1

Press AC_IN
Press BAT0_CHARGING
[Threading.Thread]::Sleep(1100)
$now = Set-BatteryChargeLimit BAT0 -End 80 -Start 75 -PassThru
Saw 'Set-BatteryChargeLimit' "start $($now.ChargeStartThreshold), limit $($now.ChargeLimit), flow $($now.PowerFlow)"
Set-BatteryChargeLimit BAT0 -End 50 -WhatIf
Saw 'Set-BatteryChargeLimit -WhatIf' "limit $((Get-Battery BAT0).ChargeLimit)"
$now = Set-BatteryChargeLimit BAT0 -Full -PassThru
Saw 'Set-BatteryChargeLimit -Full' "start $($now.ChargeStartThreshold), limit $($now.ChargeLimit ?? 'none'), threshold $($now.ChargeEndThreshold)"
$all = 'BAT0', 'BAT1' | Set-BatteryChargeLimit -End 60 -PassThru
Saw 'Set-BatteryChargeLimit of all batteries' (($all | ForEach-Object { "$($_.Name) $($_.ChargeLimit)" }) -join ', ')
Set-BatteryChargeLimit BAT* -Full
Press BAT0_DISCHARGING
Press AC_OUT
