namespace Kontor.Server.Demo;

/// <summary>What stood in the books before this run: a folder can be used for several.</summary>
/// <param name="Subjects">How many subjects Kontor knew.</param>
/// <param name="Purchases">How many lines the purchase log had.</param>
/// <param name="Charges">How many charges the invoice had.</param>
/// <param name="Ledger">How many lines Kontor's ledger had.</param>
internal sealed record Baseline(int Subjects, int Purchases, int Charges, int Ledger)
{
    public static async Task<Baseline> TakeAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        world.Step = "looking what stands in the books already";
        return new Baseline(
            await world.Kontor.Subjects.ListAsync(cancellationToken).CountAsync(cancellationToken),
            (await world.Cloud.PurchasesAsync(cancellationToken)).Count,
            (await world.Cloud.ChargesAsync(cancellationToken)).Count,
            await world.Kontor.ListPurchasesAsync(cancellationToken).CountAsync(cancellationToken));
    }
}
