namespace Kontor.Contabo.Calls;

internal sealed record Pagination
{
    public long? Size { get; init; }

    public long? TotalElements { get; init; }

    public long? TotalPages { get; init; }

    public long? Page { get; init; }
}
