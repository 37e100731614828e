using System.Globalization;
using Battery.Fuzz;
using SharpFuzz;

return args switch
{
    ["list"] => List(),
    ["input", var target] => Feed(Target.Of(target)),
    ["replay", var target, .. var files] => Replay(Target.Of(target), files),
    ["run", var target, var seconds] => Run(target, seconds, Campaign.DefaultFolder),
    ["run", var target, var seconds, var folder] => Run(target, seconds, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Battery.Fuzz list                        lists the targets
        Battery.Fuzz run TARGET|all SECONDS [FOLDER]
                                                 fuzzes each target for some seconds under AFL++; what it finds is kept in
                                                 artifacts/fuzz, or in the folder, where the next run goes on
        Battery.Fuzz replay TARGET FILE…         runs a target on inputs, for example on a finding
        """);
    return 2;
}

static int List()
{
    foreach (Target target in Target.All)
    {
        Console.WriteLine($"{target.Name,-10} {target.Description}");
    }

    return 0;
}

// Run by AFL++. In a child process, so that a finding that ends the process is one, too.
static int Feed(Target target)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target.Run(Input.Expand(bytes.ToArray()));
    });
    return 0;
}

static int Replay(Target target, string[] files)
{
    foreach (string file in files)
    {
        target.Run(Input.Expand(File.ReadAllBytes(file)));
        Console.WriteLine($"{file}: passed");
    }

    return 0;
}

static int Run(string name, string seconds, string folder)
{
    int findings = 0;
    foreach (Target target in name == "all" ? Target.All : [Target.Of(name)])
    {
        Campaign campaign = Campaign.Run(target, int.Parse(seconds, CultureInfo.InvariantCulture), folder);
        Console.WriteLine(campaign);
        foreach (string finding in campaign.Findings)
        {
            Console.WriteLine($"  {finding}");
        }

        findings += campaign.Findings.Count;
    }

    return findings == 0 ? 0 : 1;
}
