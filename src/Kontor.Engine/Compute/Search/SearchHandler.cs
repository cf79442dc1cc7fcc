using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Privacy;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Search;

/// <summary>The one search: machines, subjects, orders, operations and who had an address when. A source finds its own only.</summary>
public sealed class SearchHandler(Database database, InstanceSearch instances, SaleSearch sales, OperationStore operations)
{
    /// <summary>So many hits at the most: more than that is a wrong question.</summary>
    public const int MostHits = 50;

    /// <summary>Searches.</summary>
    /// <param name="text">A whole or the beginning of an address, id, number or e-mail address, or a part of a name; not empty.</param>
    /// <param name="at">For addresses, only who had them then; null for whenever.</param>
    /// <param name="actor">Who searches.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Result<IReadOnlyList<SearchHit>>> HandleAsync(string text, DateTimeOffset? at, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.Search) is { } refused ? refused : await FindAsync(text, at, actor.Source, cancellationToken);

    private async Task<List<SearchHit>> FindAsync(string text, DateTimeOffset? at, string? source, CancellationToken cancellationToken)
    {
        var meaning = new SearchText(text);
        var hits = new List<SearchHit>();
        hits.AddRange(await AddressesAsync(meaning, at, source, cancellationToken));
        hits.AddRange(await IdsAsync(meaning, source, cancellationToken));
        hits.AddRange(await SubjectsAsync(meaning, source, cancellationToken));
        var found = hits.DistinctBy(hit => (hit.Kind, hit.Id, hit.Subject, hit.Title, hit.From)).Take(MostHits).ToList();
        if (found.Count < MostHits && meaning.Name is { } name)
        {
            var named = (await instances.ByNameAsync(name, source, MostHits, cancellationToken)).ConvertAll(row => HitOf(row.Resource, row.Mirror.DisplayName));
            found.AddRange(named.Where(hit => !found.Exists(other => (other.Kind, other.Id) == (hit.Kind, hit.Id))).Take(MostHits - found.Count));
        }

        return found;
    }

    /// <summary>Who had an address: each time of having it, cut by whom the machine served meanwhile.</summary>
    private async Task<IEnumerable<SearchHit>> AddressesAsync(SearchText meaning, DateTimeOffset? at, string? source, CancellationToken cancellationToken)
    {
        if (meaning.Address is null)
        {
            return [];
        }

        // A source's own may stand behind those of others, so more is read than shown.
        var held = await instances.ByAddressAsync(meaning.Address, at, MostHits * 4, cancellationToken);
        var served = (await sales.ServedByAsync([.. held.Select(row => row.Resource.Id).Distinct()], cancellationToken)).ToLookup(row => row.Allocation.ResourceId);
        return held.SelectMany(row => HitsOf(row.Assignment, served[row.Resource.Id], at, source));
    }

    private static IEnumerable<SearchHit> HitsOf(
        IpAssignment held, IEnumerable<(Allocation Allocation, Subject Subject)> served, DateTimeOffset? at, string? source)
    {
        var hits = new List<SearchHit>();
        foreach (var (allocation, subject) in served)
        {
            var from = held.From > allocation.From ? held.From : allocation.From;
            var to = held.To is { } end && !(allocation.To < end) ? end : allocation.To;
            if ((to is null || from < to) && (at is not { } then || (from <= then && !(to <= then))))
            {
                hits.Add(new SearchHit("address", held.ResourceId.Value, held.Ip, subject.Id, held.ResourceId, from, to));
            }
        }

        return source is null
            ? hits.Count > 0 ? hits : [new SearchHit("address", held.ResourceId.Value, held.Ip, null, held.ResourceId, held.From, held.To)]
            : hits.Where(hit => served.Any(row => row.Subject.Id == hit.Subject && row.Subject.Source == source));
    }

    private async Task<List<SearchHit>> IdsAsync(SearchText meaning, string? source, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        if (meaning.Number is { } number)
        {
            hits.AddRange((await instances.ByNumberAsync(number, source, MostHits, cancellationToken)).Select(row => HitOf(row, null)));
        }

        if (meaning.Id is { } id)
        {
            hits.AddRange((await instances.ByIdAsync(id, source, MostHits, cancellationToken)).Select(row => HitOf(row, null)));
            hits.AddRange((await sales.ByIdAsync(id, source, MostHits, cancellationToken)).Select(HitOf));
            hits.AddRange((await sales.OrdersByIdAsync(id, source, MostHits, cancellationToken)).Select(row => new SearchHit(
                "order", row.Order.Id.Value, $"{row.Order.Plan} for {row.Subject.Kind} {row.Subject.ExternalId}", row.Subject.Id)));
            hits.AddRange((await operations.ByIdAsync(id, source, MostHits, cancellationToken)).Select(row => new SearchHit(
                "operation", row.Id.Value, $"{row.Type}, {row.State}", row.SubjectId, row.ResourceId)));
        }

        return hits;
    }

    private async Task<List<SearchHit>> SubjectsAsync(SearchText meaning, string? source, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        if (meaning.ExternalId is { } externalId)
        {
            hits.AddRange((await sales.ByExternalIdAsync(externalId, source, MostHits, cancellationToken)).Select(HitOf));
        }

        if (meaning.Email is { } email)
        {
            var people = await database.ReadAsync(
                db => DataSubjectStore.FindByEmailAsync(db, email, source, MostHits, cancellationToken), cancellationToken);
            foreach (var person in people)
            {
                hits.AddRange((await sales.ByClientAsync(person.Source, person.Client, MostHits, cancellationToken)).Select(HitOf));
            }
        }

        return hits;
    }

    private static SearchHit HitOf(Subject subject) => new("subject", subject.Id.Value, $"{subject.Kind} {subject.ExternalId} of {subject.Source}", subject.Id);

    private static SearchHit HitOf(Resource resource, string? name) => new(
        "instance", resource.Id.Value, name ?? (resource.Label.Length > 0 ? resource.Label : $"machine {resource.ProviderId}"), resource.SubjectId, resource.Id);
}
