using Kontor.Contabo.Simulator.Tests.Doors;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class UpgradeOffersTests
{
    [Fact]
    public async Task Offers_are_the_larger_plans_of_the_family_with_the_difference_in_price()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        var id = await api.OrderAsync(productId: "V156", period: 12, region: "UK");

        var answer = await api.GetAsync($"/v1/compute/instances/{id}/products/available");

        Assert.Equal(["V157", "V158"], answer.Data.Select(offer => offer.GetProperty("productId").GetString()));
        // By hand: 31.45 + 8.55 - 21.25 - 5.80.
        Assert.Equal(12.95m, answer.First.GetProperty("priceDifferenceWithoutStorageExtension").GetDecimal());
        Assert.False(answer.Body.TryGetProperty("_pagination", out _));
    }
}
