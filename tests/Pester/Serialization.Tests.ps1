BeforeAll {
    . "$PSScriptRoot/Laptops.ps1"
    $laptop = Get-Laptop thinkpad-t480-dual
    function Copy-Serialized($Object, [int] $Depth) {
        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Object, $Depth))
    }
}

# Remoting and jobs serialize with depth 1, Export-Clixml with depth 2.
Describe 'A serialized object' {
    It 'is a battery again, with every value, at depth <_>' -ForEach 1, 2, 5 {
        foreach ($sent in Get-Battery -Recording $laptop) {
            $arrived = Copy-Serialized $sent $_
            $arrived | Should -BeOfType [Battery.BatteryInfo]
            foreach ($property in $sent.PSObject.Properties | Where-Object MemberType -EQ Property) {
                $arrived.$($property.Name) | Should -Be $property.Value -Because $property.Name
            }
        }
    }

    It 'is a total again, with every value' {
        $sent = Get-Battery -Total -Recording $laptop
        $arrived = Copy-Serialized $sent 1
        $arrived | Should -BeOfType [Battery.BatteryTotal]
        foreach ($property in $sent.PSObject.Properties | Where-Object MemberType -EQ Property) {
            $arrived.$($property.Name) | Should -Be $property.Value -Because $property.Name
        }
    }

    It 'of a manager has its values and is not a manager' {
        $manager = Get-BatteryManager -Recording $laptop
        $arrived = Copy-Serialized $manager 1
        $arrived.PSObject.TypeNames[0] | Should -Be 'Deserialized.Battery.BatteryManager'
        $arrived.Backend | Should -Be 'sysfs'
        $manager.Dispose()
    }

    It 'has null for what another version of the module does not have' {
        $text = [System.Management.Automation.PSSerializer]::Serialize((Get-Battery BAT1 -Recording $laptop), 1)
        $other = $text.Replace('N="Voltage"', 'N="Electromotive"')
        $other | Should -Not -Be $text
        $arrived = [System.Management.Automation.PSSerializer]::Deserialize($other)
        $arrived.Voltage | Should -BeNull
        $arrived.Percentage | Should -Be 68
    }

    It 'that arrived before the module was imported is shown in the table' {
        $bag = [pscustomobject]@{
            Name = 'BAT1'; State = 'Discharging'; Percentage = 68.0; EnergyRate = 8.341
            TimeToEmpty = [TimeSpan]'05:12:20'; TimeToFull = $null; StateOfHealth = 88.31
        }
        $bag.PSTypeNames.Insert(0, 'Deserialized.Battery.BatteryInfo')
        $bag | Out-String -Width 80 | Should -Match 'BAT1 +68% +Discharging +5h 12m +8\.3 W'
    }

    It 'looks the same in <view> at depth <depth>' -ForEach @(
        foreach ($view in 'Table', 'List', 'Wide') { foreach ($depth in 1, 2) { @{ view = $view; depth = $depth } } }
    ) {
        $sent = Get-Battery -Recording $laptop
        (Copy-Serialized $sent $depth) | & "Format-$view" | Out-String -Width 80 | Should -Be ($sent | & "Format-$view" | Out-String -Width 80)
    }
}

Describe 'A battery' {
    It 'comes back from Export-Clixml' {
        Get-Battery -Recording $laptop | Export-Clixml TestDrive:/batteries.xml
        $back = Import-Clixml TestDrive:/batteries.xml
        $back[1] | Should -BeOfType [Battery.BatteryInfo]
        $back[1].State | Should -Be 'Discharging'
    }

    It 'becomes JSON and CSV with its values in the order of the list' {
        $battery = Get-Battery BAT0 -Recording $laptop
        $list = ($battery | Format-List | Out-String -Width 200) -split '\r?\n' -match ' : ?' -replace ' *:.*'
        ($battery | ConvertTo-Json | ConvertFrom-Json).PSObject.Properties.Name | Should -Be $list
        ($battery | ConvertTo-Csv | Select-Object -First 1) -replace '"' -split ',' | Should -Be $list
    }

    It 'becomes JSON and CSV' {
        (Get-Battery BAT0 -Recording $laptop | ConvertTo-Json | ConvertFrom-Json).Voltage | Should -Be 12.178
        (Get-Battery -Recording $laptop | ConvertTo-Csv | ConvertFrom-Csv)[1].Energy | Should -Be '43.42'
    }

    It 'sorts, groups and adds up' {
        (Get-Battery -Recording $laptop | Sort-Object EnergyRate -Descending)[0].Name | Should -Be 'BAT1'
        (Get-Battery -Recording $laptop | Group-Object State).Count | Should -Be 2
        (Get-Battery -Recording $laptop | Measure-Object Percentage -Average).Average | Should -Be 74
    }
}
