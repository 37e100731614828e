using System.Xml;
using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>
/// Streams the XML of <c>powercfg /batteryreport /xml</c>: the periods of RecentUsage and the capacities of History. EnergyDrains are
/// parts of the same discharges and are not read, so that nothing is counted twice.
/// </summary>
internal static class PowerCfgReader
{
    private const string Namespace = "http://schemas.microsoft.com/battery/2012";
    private const string HowTo = "run 'powercfg /batteryreport /xml /output report.xml' on the machine and give that file.";

    /// <summary>Reads a report.</summary>
    public static IEnumerable<HistoryPoint> Read(HistoryFile file, string? computer, ReadContext context)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };
        using var xml = XmlReader.Create(file.Text, settings);
        var battery = new PowerCfgBattery { ComputerName = computer };
        bool hasRoot = false;
        bool isBroken = false;
        long points = 0;
        while (true)
        {
            HistoryPoint? point = null;
            try
            {
                if (!xml.Read())
                {
                    break;
                }

                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (!hasRoot && !IsReport(xml, file.Path, context))
                {
                    yield break;
                }

                hasRoot = true;
                context.Tick(file);
                point = Take(xml, battery, file.Path, context);
            }
            catch (XmlException e)
            {
                isBroken = true;
                Break(e, hasRoot, file.Path, context);
            }

            if (isBroken)
            {
                break;
            }

            if (battery.Count > 0 && point is not null)
            {
                points++;
                yield return point;
            }
        }

        if (hasRoot && !isBroken && battery.Count == 0)
        {
            context.Report(HistoryProblemKind.NoBattery, file.Path, $"'{file.Path}' is the report of a machine without a battery.");
        }
        else if (hasRoot && !isBroken && points == 0)
        {
            context.Report(HistoryProblemKind.NoMeasurement, file.Path,
                $"'{file.Path}' has no usage and no capacity: create a report of more days, for example with /duration 14.");
        }
    }

    /// <summary>Reports that a file is the HTML report instead of the XML.</summary>
    public static void ReportHtml(string path, ReadContext context) =>
        context.Report(HistoryProblemKind.NotAHistory, path, $"'{path}' is an HTML page, not XML: {HowTo}");

    private static bool IsReport(XmlReader xml, string path, ReadContext context)
    {
        if (xml is { LocalName: "BatteryReport", NamespaceURI: Namespace })
        {
            return true;
        }

        if (string.Equals(xml.LocalName, "html", StringComparison.OrdinalIgnoreCase))
        {
            ReportHtml(path, context);
        }
        else
        {
            context.Report(HistoryProblemKind.NotAHistory, path, $"'{path}' is XML with the root '{xml.Name}', not a battery report of Windows: {HowTo}");
        }

        return false;
    }

    private static void Break(XmlException e, bool hasRoot, string path, ReadContext context)
    {
        if (hasRoot)
        {
            context.ReportLine(path, e.LineNumber, "the XML is damaged or ends here. The entries before it were read.");
        }
        else
        {
            context.Report(HistoryProblemKind.NotAHistory, path, $"'{path}' is not XML: {HowTo}");
        }
    }

    private static HistoryPoint? Take(XmlReader xml, PowerCfgBattery battery, string path, ReadContext context)
    {
        switch (xml.LocalName)
        {
            case "ComputerName":
                battery.ComputerName = xml.ReadString() is { Length: > 0 } name ? name : battery.ComputerName;
                return null;
            case "Battery" when xml.Depth == 2:
                battery.Add(Children(xml));
                return null;
            case "UsageEntry":
                return Checked(PowerCfgRows.Usage(xml, battery, path), xml, path, "the entry has no time in UTC ('Timestamp') that can be read.", context);
            case "HistoryEntry":
                return PowerCfgRows.HasCapacity(xml)
                    ? Checked(PowerCfgRows.Capacity(xml, battery, path), xml, path, "the entry has no time in UTC ('EndDate') that can be read.", context)
                    : null;
            default:
                return null;
        }
    }

    private static HistoryPoint? Checked(HistoryPoint? point, XmlReader xml, string path, string message, ReadContext context)
    {
        if (point is null)
        {
            context.ReportLine(path, ((IXmlLineInfo)xml).LineNumber, message);
        }

        return point;
    }

    private static Dictionary<string, string> Children(XmlReader xml)
    {
        var values = new Dictionary<string, string>();
        using XmlReader children = xml.ReadSubtree();
        children.Read();
        children.Read();
        while (!children.EOF)
        {
            if (children.NodeType == XmlNodeType.Element)
            {
                string name = children.LocalName;
                values[name] = children.ReadElementContentAsString();
            }
            else
            {
                children.Read();
            }
        }

        return values;
    }
}
