using System.Globalization;
using System.Text.RegularExpressions;
using Kontor.Engine.Inventory;
using Kontor.Engine.Privacy;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Search;

/// <summary>What the words of a search can mean; several at once.</summary>
internal sealed partial class SearchText
{
    private const int ShortestName = 3;

    public SearchText(string text)
    {
        Address = Addresses.Canonical(text) is { } whole ? TextRange.Exactly(whole)
            : AddressStart().IsMatch(text) ? TextRange.BeginningWith(text.ToLowerInvariant()) : null;
        Number = ProviderNumber().Match(text) is { Success: true } number ? long.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
        Id = OurId().IsMatch(text) ? TextRange.BeginningWith(text.ToUpperInvariant()) : null;
        Email = text.Contains('@', StringComparison.Ordinal) ? TextRange.BeginningWith(DataSubject.KeyOf(text)) : null;
        ExternalId = ExternalIdStart().IsMatch(text) ? TextRange.BeginningWith(text) : null;
        Name = text.Length >= ShortestName && Email is null ? text : null;
    }

    /// <summary>Gets a whole address, or how one begins.</summary>
    public TextRange? Address { get; }

    /// <summary>Gets how the provider's number of a machine begins, with or without its <c>vmi</c>.</summary>
    public long? Number { get; }

    /// <summary>Gets how one of our ids begins.</summary>
    public TextRange? Id { get; }

    public TextRange? Email { get; }

    public TextRange? ExternalId { get; }

    /// <summary>Gets a part of a name; anything of three letters or more may be one.</summary>
    public string? Name { get; }

    [GeneratedRegex(@"^(\d{1,3}(\.\d{0,3}){1,3}|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*)\z")]
    private static partial Regex AddressStart();

    [GeneratedRegex(@"^(?:vm[a-z]{0,2})?([0-9]{1,17})\z", RegexOptions.IgnoreCase)]
    private static partial Regex ProviderNumber();

    [GeneratedRegex("^[0-9A-Za-z]{8,26}\\z")]
    private static partial Regex OurId();

    [GeneratedRegex(@"^[0-9A-Za-z\-_.:]{1,64}\z")]
    private static partial Regex ExternalIdStart();
}
