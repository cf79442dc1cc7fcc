using CsCheck;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

public sealed class MarkerTests
{
    private const string Some = "k-0123456789ab";

    private static readonly Gen<Marker> Any =
        Gen.Char["0123456789abcdefghjkmnpqrstvwxyz"].Array[12].Select(token => Marker.Parse("k-" + new string(token)));

    /// <summary>What a label may be made of.</summary>
    private static readonly Gen<string> Label = Gen.String[Gen.Char["abcXYZ0189 -"], 0, 40].Where(label => Marker.In(label) is null);

    [Fact]
    public void A_marker_is_found_again_in_the_name_it_was_put_into() =>
        Gen.Select(Any, Label).Sample((marker, label) => Assert.Equal(marker, Marker.In(marker.DisplayName(label))));

    [Fact]
    public void A_marker_is_found_wherever_people_move_it() => Gen.Select(Any, Label, Label).Sample((marker, before, after) =>
        Assert.Equal(marker, Marker.In($"{before} {marker} {after}")));

    [Fact]
    public void Two_different_markers_are_none() => Gen.Select(Any, Any).Where((one, other) => one != other).Sample((one, other) =>
        Assert.Null(Marker.In($"{one} {other}")));

    [Fact]
    public void A_name_of_any_text_is_read_without_failing() =>
        Gen.String.Sample(name => Assert.True(Marker.In(name) is null || name.Contains(Marker.In(name)!.Value.Value, StringComparison.Ordinal)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("web 1")]
    [InlineData("k-0123456789a")]
    [InlineData("k-0123456789abc")]
    [InlineData("K-0123456789ab")]
    [InlineData("k-0123456789AB")]
    [InlineData("k-0123456789il")]
    [InlineData("k_0123456789ab")]
    [InlineData("web-k-0123456789ab")]
    [InlineData("k-0123456789ab.")]
    [InlineData("k-٠١٢٣٤٥٦٧٨٩ab")]
    [InlineData("k-0123456789ab k-0123456789ab")]
    public void What_only_looks_like_a_marker_is_none(string? name) => Assert.Null(Marker.In(name));

    [Theory]
    [InlineData("k-0123456789ab web")]
    [InlineData("  k-0123456789ab  ")]
    [InlineData("k-x k-0123456789ab k-")]
    public void A_marker_among_other_words_is_found(string name) => Assert.Equal(Some, Marker.In(name)!.Value.Value);

    [Fact]
    public void A_stored_marker_is_read_back_and_anything_else_is_a_bug()
    {
        Assert.Equal(Some, Marker.Parse(Some).ToString());
        Assert.Throws<FormatException>(() => Marker.Parse("web"));
    }

    [Fact]
    public void New_markers_have_the_form_and_differ()
    {
        var ids = new SequentialIds();
        var made = Enumerable.Range(0, 1000).Select(_ => Marker.New(ids)).ToList();

        Assert.All(made, marker => Assert.Equal(marker, Marker.Parse(marker.Value)));
        Assert.Equal(1000, made.Distinct().Count());
    }
}
