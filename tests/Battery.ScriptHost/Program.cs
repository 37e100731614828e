using System.Management.Automation;
using System.Management.Automation.Runspaces;

// Windows refuses scripts and views of a module unless the policy says otherwise; a process sets its own.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("PSExecutionPolicyPreference", "Bypass");
using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
using var output = new PSDataCollection<PSObject>();
output.DataAdded += (_, added) => Console.WriteLine(output[added.Index]);
shell.Streams.Error.DataAdded += (_, added) => Console.Error.WriteLine(shell.Streams.Error[added.Index]);
shell.AddScript(File.ReadAllText(args[0]));
shell.Invoke(null, output);
return shell.HadErrors ? 1 : 0;
