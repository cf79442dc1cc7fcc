using Kontor.Contabo;

namespace Kontor.Engine.Accounts;

/// <summary>Judges whether a list that was read page by page was complete. A short, failed or inconsistent list proves nothing.</summary>
public sealed class PageCheck
{
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<long> _numbers = [];
    private long? _total;
    private int? _lastPage;
    private int _pages;
    private bool _broken;

    /// <summary>Gets whether every page came, in order, without doubles, and the count is what the provider said.</summary>
    public bool Complete => !_broken && _pages > 0 && _lastPage is { } last && _pages >= last && _total == _seen.Count + _numbers.Count;

    /// <summary>Takes note of the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="identify">What makes an item one of a kind in this list.</param>
    public void Add<T>(Page<T> page, Func<T, string> identify)
    {
        Begin(page);
        foreach (var item in page.Items)
        {
            _broken |= !_seen.Add(identify(item));
        }
    }

    /// <summary>Takes note of the next page of things that have numbers; 100,000 of them take 3 MB.</summary>
    /// <param name="page">The page.</param>
    /// <param name="numberOf">An item's number; null spoils the list.</param>
    public void Add<T>(Page<T> page, Func<T, long?> numberOf)
    {
        Begin(page);
        foreach (var item in page.Items)
        {
            _broken |= numberOf(item) is not { } number || !_numbers.Add(number);
        }
    }

    /// <summary>Gets how many different numbers the pages had.</summary>
    public int Numbers => _numbers.Count;

    /// <summary>Whether a page had the thing with this number.</summary>
    public bool Has(long number) => _numbers.Contains(number);

    /// <summary>The numbers that another list did not have.</summary>
    public HashSet<long> WithoutThoseOf(PageCheck other) => [.. _numbers.Where(number => !other.Has(number))];

    private void Begin<T>(Page<T> page)
    {
        _pages++;
        _broken |= page.Number != _pages
            || page.TotalElements is null
            || (_total is { } total && total != page.TotalElements);
        _total = page.TotalElements;
        _lastPage = page.TotalPages;
    }
}
