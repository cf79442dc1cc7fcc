namespace Kontor.Contabo;

/// <summary>
/// One page of a list exactly as the provider gave it. The figures are null where the provider left them out: whether the
/// pages together are the whole list is for the caller to judge, and a list without figures proves nothing.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows, in the provider's order. A filter the provider did not know was ignored, so compare again.</param>
/// <param name="Number">The page number the provider says this is, from 1; not necessarily the one asked for.</param>
/// <param name="TotalPages">How many pages the provider says there are at this moment.</param>
/// <param name="TotalElements">How many rows the provider says there are on all pages at this moment.</param>
/// <param name="Size">The page size the provider says it used.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int? Number, int? TotalPages, long? TotalElements, int? Size);
