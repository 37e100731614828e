using Microsoft.PowerShell;

// PowerShell sends usage data by default. This host is for trying the module and sends none.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

// PowerShell adds its own folders to the path.
string? path = Environment.GetEnvironmentVariable("PSModulePath");
Environment.SetEnvironmentVariable("PSModulePath", $"{AppContext.GetData("Battery.ModulePath")}{Path.PathSeparator}{path}");
return ConsoleShell.Start(null, null, args);
