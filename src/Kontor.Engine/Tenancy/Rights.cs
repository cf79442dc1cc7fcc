using System.Collections.Frozen;
using System.Text.Json;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tenancy;

/// <summary>The one table of who may do what. Every door asks it, and so does every use case behind the doors.</summary>
public static class Rights
{
    private static readonly Role[] Everyone = [Role.Staff, Role.Seller, Role.Customer];
    private static readonly Role[] NotCustomers = [Role.Staff, Role.Seller];

    private static readonly FrozenDictionary<Right, Role[]> Table = new Dictionary<Right, Role[]>
    {
        [Right.View] = Everyone,
        [Right.Power] = Everyone,
        [Right.Restart] = Everyone,
        [Right.Rename] = Everyone,
        [Right.Hostname] = Everyone,
        [Right.Snapshots] = Everyone,
        [Right.Images] = Everyone,
        [Right.Reinstall] = Everyone,
        [Right.Rescue] = Everyone,
        [Right.Password] = Everyone,
        [Right.Reveal] = Everyone,
        [Right.Protect] = Everyone,
        [Right.Order] = NotCustomers,
        [Right.AddOns] = NotCustomers,
        [Right.Move] = NotCustomers,
        [Right.Adopt] = NotCustomers,
        [Right.Suspend] = NotCustomers,
        [Right.SuspendForAbuse] = [Role.Staff],
        [Right.Terminate] = NotCustomers,
        [Right.OpenGeneration] = NotCustomers,
        [Right.Decide] = NotCustomers,
        [Right.Findings] = NotCustomers,
        [Right.DecideFindings] = [Role.Staff],
        [Right.Search] = NotCustomers,
        [Right.Contact] = NotCustomers,
        [Right.Tasks] = NotCustomers,
        [Right.Catalogue] = NotCustomers,
        [Right.Events] = NotCustomers,
        [Right.Purchases] = NotCustomers,
        [Right.Installation] = Everyone,
        [Right.Other] = NotCustomers,
    }.ToFrozenDictionary();

    /// <summary>Gets the names of the rights that a client's people can be given, such as <c>restart</c>.</summary>
    public static IReadOnlyList<string> OfCustomers { get; } =
        [.. Enum.GetValues<Right>().Where(right => right != Right.Installation && Table[right].Contains(Role.Customer)).Select(NameOf)];

    /// <summary>As what an actor acts.</summary>
    public static Role RoleOf(Actor actor) => actor switch
    {
        { Client: not null } => Role.Customer,
        { Source: not null } => Role.Seller,
        _ => Role.Staff,
    };

    /// <summary>Why an actor may not; null when it may. It depends on the actor and the right alone, so it tells nothing about any row.</summary>
    public static Problem? RefusalOf(Actor actor, Right right) =>
        !Table[right].Contains(RoleOf(actor)) ? TenancyProblems.RightNotOfRole(right, RoleOf(actor))
        : right == Right.Reveal && actor.Masquerade ? TenancyProblems.NotForMasquerade()
        : !IsGiven(actor, right) ? TenancyProblems.RightNotGiven(right)
        : null;

    /// <summary>The name of a right on the wire.</summary>
    public static string NameOf(Right right) => JsonNamingPolicy.SnakeCaseLower.ConvertName(right.ToString());

    /// <summary>Whether what the billing system gave this user covers a right; who was given nothing in particular has all that clients have.</summary>
    private static bool IsGiven(Actor actor, Right right)
    {
        if (actor.Permissions is not { } list || right is Right.View or Right.Installation)
        {
            return true;
        }

        var given = list.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return given.Contains(NameOf(right)) || (right == Right.Restart && given.Contains(NameOf(Right.Power)));
    }
}
