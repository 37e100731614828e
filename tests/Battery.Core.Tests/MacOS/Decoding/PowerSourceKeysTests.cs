using Battery.Core.Explanation;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Raw;

namespace Battery.Core.Tests.MacOS.Decoding;

/// <summary>Under which key of IOPSKeys.h a UPS reports each input.</summary>
public class PowerSourceKeysTests
{
    [Theory]
    [InlineData((int)RuleInput.ExternalConnectedFlag, "Power Source State")]
    [InlineData((int)RuleInput.ChargingFlag, "Is Charging")]
    [InlineData((int)RuleInput.FullyChargedFlag, "Is Charged")]
    [InlineData((int)SupplyProperty.Present, "Is Present")]
    [InlineData((int)SupplyProperty.Capacity, "Current Capacity")]
    [InlineData((int)SupplyProperty.TimeToEmptyNow, "Time to Empty")]
    [InlineData((int)SupplyProperty.TimeToFullNow, "Time to Full Charge")]
    [InlineData((int)SupplyProperty.ModelName, "Name")]
    [InlineData((int)SupplyProperty.SerialNumber, "Hardware Serial Number")]
    [InlineData((int)SupplyProperty.Type, "Type UPS")]
    public void Source_of_an_input_that_is_not_reported_is_its_key(int input, string key) => Assert.Equal(key, Assert.Single(Sources(input)).ToString());

    [Theory]
    [InlineData((int)SupplyProperty.VoltageNow)]
    [InlineData((int)RuleInput.DischargingFlag)]
    public void An_input_without_a_key_has_no_source(int input) => Assert.Empty(Sources(input));

    private static IReadOnlyList<RawSource> Sources(int input)
    {
        var evidence = new MacOSEvidence(PropertyLists.Of(), PropertyDecoding.Ups);
        Assert.True(evidence.TryRead(new() { Name = "UPS-0" }));
        return evidence.Sources((RuleInput)input);
    }
}
