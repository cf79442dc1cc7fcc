using CsCheck;
using Kontor.Contabo;
using Kontor.Engine.Accounts;

namespace Kontor.Engine.Tests.Accounts;

/// <summary>A list proves something only when every page came and the figures fit.</summary>
public sealed class PageCheckTests
{
    private const int Size = 3;

    private static readonly Gen<List<Page<int>>> CompleteList = Gen.Int[0, 20].Select(PagesOf);

    [Fact]
    public void A_list_whose_pages_all_came_is_complete() => CompleteList.Sample(pages => Assert.True(IsComplete(pages)));

    [Fact]
    public void An_empty_list_is_complete_when_the_provider_says_it_is_empty()
    {
        Assert.True(IsComplete([new Page<int>([], 1, 0, 0, Size)]));
        Assert.True(IsComplete([new Page<int>([], 1, 1, 0, Size)]));
    }

    [Fact]
    public void A_list_of_which_nothing_was_read_is_not_complete() => Assert.False(IsComplete([]));

    [Fact]
    public void A_list_with_a_page_missing_is_not_complete() => WithAPage(2, (pages, at) => pages.RemoveAt(at));

    [Fact]
    public void A_list_with_a_page_twice_is_not_complete() => WithAPage(2, (pages, at) => pages.Insert(at, pages[at]));

    [Fact]
    public void A_list_with_pages_in_another_order_is_not_complete() => CompleteList.Where(pages => pages.Count >= 2).Sample(pages =>
    {
        pages.Reverse();
        Assert.False(IsComplete(pages));
    });

    [Fact]
    public void A_page_with_a_row_missing_spoils_the_list() =>
        WithAPage(1, (pages, at) => pages[at] = pages[at] with { Items = [.. pages[at].Items.Skip(1)] });

    [Fact]
    public void A_row_that_comes_twice_spoils_the_list_even_when_the_count_fits() => WithAPage(2, (pages, at) =>
    {
        var elsewhere = pages[at == 0 ? 1 : 0].Items[0];
        pages[at] = pages[at] with { Items = [elsewhere, .. pages[at].Items.Skip(1)] };
    });

    [Fact]
    public void A_row_too_many_spoils_the_list() =>
        WithAPage(1, (pages, at) => pages[at] = pages[at] with { Items = [.. pages[at].Items, -1] });

    [Fact]
    public void Totals_that_change_between_pages_spoil_the_list() =>
        WithAPage(2, (pages, at) => pages[at] = pages[at] with { TotalElements = pages[at].TotalElements + 1 });

    [Fact]
    public void A_page_without_a_total_spoils_the_list() =>
        WithAPage(1, (pages, at) => pages[at] = pages[at] with { TotalElements = null });

    [Fact]
    public void A_page_without_its_number_spoils_the_list() =>
        WithAPage(1, (pages, at) => pages[at] = pages[at] with { Number = null });

    [Fact]
    public void A_last_page_that_does_not_say_how_many_there_are_spoils_the_list() => CompleteList.Sample(pages =>
    {
        pages[^1] = pages[^1] with { TotalPages = null };
        Assert.False(IsComplete(pages));
    });

    private static void WithAPage(int atLeast, Action<List<Page<int>>, int> spoil) =>
        Gen.Select(CompleteList.Where(pages => pages.Count >= atLeast && pages[0].Items.Count > 0), Gen.Int[0, 1000]).Sample((pages, number) =>
        {
            spoil(pages, number % pages.Count);
            Assert.False(IsComplete(pages));
        });

    private static List<Page<int>> PagesOf(int rows)
    {
        var chunks = rows == 0 ? [[]] : Enumerable.Range(1, rows).Chunk(Size).ToList();
        return [.. chunks.Select((items, index) => new Page<int>(items, index + 1, chunks.Count, rows, Size))];
    }

    private static bool IsComplete(List<Page<int>> pages)
    {
        var check = new PageCheck();
        foreach (var page in pages)
        {
            check.Add(page, item => $"{item}");
        }

        return check.Complete;
    }
}
