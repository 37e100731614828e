# What people write where there is no module: Get-Content on the files of sysfs.
param($Root)

foreach ($supply in Get-ChildItem "$Root/class/power_supply") {
    if ((Get-Content "$supply/type") -eq 'Battery') {
        [pscustomobject]@{
            Name       = $supply.Name
            Status     = Get-Content "$supply/status"
            Percentage = [int](Get-Content "$supply/capacity")
            Energy     = (Get-Content "$supply/energy_now") / 1e6
            EnergyFull = (Get-Content "$supply/energy_full") / 1e6
            EnergyRate = (Get-Content "$supply/power_now") / 1e6
            Voltage    = (Get-Content "$supply/voltage_now") / 1e6
        }
    }
}
