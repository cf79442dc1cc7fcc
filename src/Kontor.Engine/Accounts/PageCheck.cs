using Kontor.Contabo;

namespace Kontor.Engine.Accounts;

/// <summary>Judges whether a list that was read page by page was complete. A short, failed or inconsistent list proves nothing.</summary>
public sealed class PageCheck
{
    private readonly HashSet<string> _seen = [];
    private long? _total;
    private int? _lastPage;
    private int _pages;
    private bool _broken;

    /// <summary>Gets whether every page came, in order, without doubles, and the count is what the provider said.</summary>
    public bool Complete => !_broken && _pages > 0 && _lastPage is { } last && _pages >= last && _total == _seen.Count;

    /// <summary>Takes note of the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="identify">What makes an item one of a kind in this list.</param>
    public void Add<T>(Page<T> page, Func<T, string> identify)
    {
        _pages++;
        _broken |= page.Number != _pages
            || page.TotalElements is null
            || (_total is { } total && total != page.TotalElements);
        _total = page.TotalElements;
        _lastPage = page.TotalPages;
        foreach (var item in page.Items)
        {
            _broken |= !_seen.Add(identify(item));
        }
    }
}
