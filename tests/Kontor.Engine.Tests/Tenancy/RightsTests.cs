using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Tenancy;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Tenancy;

/// <summary>Who may do what: one table, asked by every use case.</summary>
public sealed class RightsTests
{
    private static readonly Actor Seller = new(ActorKind.ApiKey, "key", "shop");
    private static readonly Actor Customer = Seller with { Client = "7" };

    private static readonly Right[] OfCustomers =
    [
        Right.View, Right.Power, Right.Restart, Right.Rename, Right.Hostname, Right.Snapshots, Right.Images, Right.Reinstall, Right.Rescue, Right.Password,
        Right.Reveal, Right.Protect, Right.Installation,
    ];

    [Fact]
    public void A_client_has_the_rights_over_its_machines_and_none_over_the_sale() =>
        Assert.Equal(OfCustomers, Enum.GetValues<Right>().Where(right => Rights.RefusalOf(Customer, right) is null));

    [Fact]
    public void A_seller_has_every_right_but_those_of_abuse_and_of_what_was_found() =>
        Assert.Equal([Right.SuspendForAbuse, Right.DecideFindings], Enum.GetValues<Right>().Where(right => Rights.RefusalOf(Seller, right) is not null));

    [Fact]
    public void Staff_and_Kontor_itself_have_every_right() => Assert.All(
        Enum.GetValues<Right>(),
        right => Assert.True(Rights.RefusalOf(new Actor(ActorKind.ApiKey, "key"), right) is null && Rights.RefusalOf(Actor.Kontor("sweep"), right) is null));

    [Theory]
    [InlineData("restart", "view restart installation")]
    [InlineData("power", "view power restart installation")]
    [InlineData("rename,snapshots", "view rename snapshots installation")]
    [InlineData("", "view installation")]
    [InlineData("terminate", "view installation")]
    public void A_user_has_what_it_was_given_and_no_more_than_its_client(string given, string rights) => Assert.Equal(
        rights,
        string.Join(' ', Enum.GetValues<Right>().Where(right => Rights.RefusalOf(Customer with { Permissions = given }, right) is null).Select(Rights.NameOf)));

    [Fact]
    public void An_administrator_who_acts_as_a_client_sees_no_secrets()
    {
        var admin = Customer with { Admin = "1", Masquerade = true };

        Assert.Equal("tenancy.not_for_masquerade", Rights.RefusalOf(admin, Right.Reveal)?.Code);
        Assert.Equal(OfCustomers.Except([Right.Reveal]), Enum.GetValues<Right>().Where(right => Rights.RefusalOf(admin, right) is null));
    }

    [Fact]
    public void Every_right_has_a_line_in_the_table() =>
        Assert.All(Enum.GetValues<Right>(), right => Assert.Null(Rights.RefusalOf(Actor.Kontor("test"), right)));

    [Fact]
    public void Every_change_to_a_machine_says_what_right_it_needs()
    {
        using var engine = new EngineFixture();

        // What names none is closed to customers, so that forgetting it opens nothing.
        Assert.All(engine.Get<InstanceChanges>().All, change => Assert.True(change.Right != Right.Other, $"{change.Name} names no right"));
    }
}
