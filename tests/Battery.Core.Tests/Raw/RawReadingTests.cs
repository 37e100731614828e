using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Raw;

public class RawReadingTests
{
    [Fact]
    public void PropertyCount_is_the_number_of_properties() =>
        Assert.Equal(RawReading.PropertyCount, Enum.GetValues<SupplyProperty>().Length);

    [Fact]
    public void SetUnknown_and_QualityOf_work_for_every_property()
    {
        var reading = new RawReading { Name = "BAT0" };
        Assert.All(Enum.GetValues<SupplyProperty>(), property =>
        {
            reading.SetUnknown(property, ValueQuality.ReadFailed);
            Assert.Equal(ValueQuality.ReadFailed, reading.QualityOf(property));
        });
        reading.Clear();
        Assert.All(Enum.GetValues<SupplyProperty>(), property => Assert.Equal(ValueQuality.Missing, reading.QualityOf(property)));
    }

    [Fact]
    public void CopyFrom_copies_every_property_and_keeps_the_name()
    {
        var source = new RawReading { Name = "BAT0", Flags = new(true, null, null, null, null, default) };
        foreach (SupplyProperty property in Enum.GetValues<SupplyProperty>())
        {
            if (RawReading.IsText(property))
            {
                source.Text(property).Set("text"u8);
            }
            else
            {
                source[property] = RawValue.Known((int)property);
            }
        }

        var copy = new RawReading { Name = "BAT1" };
        copy.CopyFrom(source);
        Assert.Equal(("BAT1", source.Flags), (copy.Name, copy.Flags));
        Assert.All(Enum.GetValues<SupplyProperty>(), property =>
        {
            Assert.Equal(ValueQuality.Known, copy.QualityOf(property));
            Assert.Equal(RawReading.IsText(property) ? "text" : (object)source[property], RawReading.IsText(property)
                ? copy.Text(property).Text! : copy[property]);
        });
    }
}
