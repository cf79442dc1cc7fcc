using System.CommandLine;
using Kontor.Engine.Catalog;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Catalog;

/// <summary><c>catalog import|show</c>.</summary>
internal static class CatalogCommand
{
    public static Command Create(Option<string?> settings) => new("catalog", "Imports and shows plans, regions, images and prices.")
    {
        Import(settings), Show(settings),
    };

    private static Command Import(Option<string?> settings)
    {
        var file = new Argument<string>("file") { Description = "The catalogue file; docs/reference/catalog-file.md describes it." };
        var command = new Command("import", "Takes in a catalogue file, wholly or not at all.") { file };
        command.SetAction((parsed, cancellationToken) => ImportAsync(
            SettingsSource.OfProcess(parsed.GetValue(settings)), parsed.GetValue(file)!, cancellationToken));
        return command;
    }

    private static Command Show(Option<string?> settings)
    {
        var command = new Command("show", "Shows the prices in force today.");
        command.SetAction((parsed, cancellationToken) => Workbench.UseAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), async services =>
        {
            await services.GetRequiredService<EnsureDefaultCatalogHandler>().HandleAsync(cancellationToken);
            Print(await services.GetRequiredService<ListCatalogHandler>().HandleAsync(cancellationToken));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task<int> ImportAsync(SettingsSource source, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await Workbench.UseAsync(source, async services =>
            {
                var report = await services.GetRequiredService<ImportCatalogHandler>().HandleAsync(file, Workbench.Operator, cancellationToken);
                return report.Match(Print, Workbench.Refuse);
            });
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be read: {unreadable.Message}");
            return ExitCodes.Settings;
        }
    }

    private static int Print(CatalogImportReport report)
    {
        Console.WriteLine(report.Changed
            ? $"Plans: {Text(report.Products)}. Regions: {Text(report.Regions)}. Images: {Text(report.Images)}. {report.PriceLists.Count} price list(s) with {report.Prices} price(s)."
            : "This very content was imported before: nothing changed.");
        return ExitCodes.Done;
    }

    private static string Text(ImportCount count) => $"{count.Added} added, {count.Changed} changed, {count.Retired} retired";

    private static void Print(CatalogListing listing)
    {
        foreach (var plan in listing.Plans)
        {
            var state = plan.RetiredOn is { } day ? $"retired {day:yyyy-MM-dd}" : $"orderable: {plan.Orderable}".ToLowerInvariant();
            Console.WriteLine($"{plan.Id}  {plan.Name}  {state}");
            foreach (var price in plan.Prices)
            {
                Console.WriteLine($"  {price.Region}  {price.Months} month(s)  {price.Monthly} a month  set-up {price.Setup}{(price.Assumed ? "  assumed" : "")}");
            }
        }
    }
}
