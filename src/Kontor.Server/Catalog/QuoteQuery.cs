using System.Globalization;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Images;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Catalog;

/// <summary>What a price is asked for.</summary>
internal sealed class QuoteQuery : IRefusable
{
    [FromQuery(Name = "plan")]
    public string? Plan { get; set; }

    [FromQuery(Name = "region")]
    public string? Region { get; set; }

    [FromQuery(Name = "image")]
    public string? Image { get; set; }

    [FromQuery(Name = "termMonths")]
    public string? TermMonths { get; set; }

    [FromQuery(Name = "account")]
    public string? Account { get; set; }

    public Problem? Refusal =>
        Plan is null ? HttpProblems.ParameterWrong("plan", "there: the id of a plan, such as V153")
        : Region is null ? HttpProblems.ParameterWrong("region", "there: the slug of a region, such as EU")
        : Image is null ? HttpProblems.ParameterWrong("image", "there: the id of an image")
        : IsNumber(TermMonths) ? null : HttpProblems.ParameterWrong("termMonths", "there: a whole number of months");

    /// <summary>What is asked for; valid when nothing was refused.</summary>
    /// <param name="source">The source that asks, whose clients' custom images have a price too; null for staff.</param>
    public OfferRequest ToEngine(string? source) =>
        new(Plan!, Region!, Image!, int.Parse(TermMonths!, CultureInfo.InvariantCulture), Account, new ImageOwner(source, Client: null));

    private static bool IsNumber(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
