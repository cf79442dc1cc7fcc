using Kontor.Engine.Operations;

namespace Kontor.Engine.Tests.Operations;

public sealed class FlowTableTests
{
    private static readonly FlowTable<Light, Press> Table = new(
        new() { [(Light.Off, Press.Once)] = Light.BrightOn, [(Light.BrightOn, Press.Long)] = Light.Broken },
        new() { [Light.Off] = OperationStatus.Pending, [Light.BrightOn] = OperationStatus.Running, [Light.Broken] = OperationStatus.Failed });

    private enum Light
    {
        Off,
        BrightOn,
        Broken,
    }

    private enum Press
    {
        Once,
        Long,
    }

    [Fact]
    public void What_is_absent_throws_and_is_not_allowed()
    {
        Assert.Throws<InvalidOperationException>(() => Table.Next(Light.Off, Press.Long));
        Assert.Equal((false, true), (Table.Allows(Light.Off, Press.Long), Table.Allows(Light.Off, Press.Once)));
    }

    [Fact]
    public void Only_a_state_that_nothing_leaves_is_final() =>
        Assert.Equal([false, false, true], Enum.GetValues<Light>().Select(Table.IsFinal));

    [Fact]
    public void States_are_stored_by_name_and_an_unknown_name_is_not_guessed()
    {
        Assert.Equal(("bright_on", Light.BrightOn), (Table.NameOf(Light.BrightOn), Table.Parse("bright_on")));
        Assert.Throws<InvalidOperationException>(() => Table.Parse("BrightOn"));
    }
}
