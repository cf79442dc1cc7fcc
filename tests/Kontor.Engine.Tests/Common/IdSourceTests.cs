using CsCheck;
using Kontor.Engine.Common;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Engine.Tests.Common;

public sealed class IdSourceTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Any_sixteen_bytes_become_a_version_4_variant_1_uuid() => Gen.Byte.Array[16].Sample(bytes =>
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", SystemIdSource.ToVersion4(bytes).ToString()));

    [Fact]
    public void The_other_122_bits_are_those_given() => Gen.Byte.Array[16].Sample(bytes =>
    {
        var (id, given) = (SystemIdSource.ToVersion4([.. bytes]).ToByteArray(bigEndian: true), bytes);
        Assert.Equal(given.Where((_, index) => index is not (6 or 8)), id.Where((_, index) => index is not (6 or 8)));
        Assert.Equal((given[6] & 0x0F, given[8] & 0x3F), (id[6] & 0x0F, id[8] & 0x3F));
    });

    [Fact]
    public void Ids_sort_by_the_time_they_were_made()
    {
        var ids = new SystemIdSource(_clock);
        var made = Enumerable.Range(0, 100).Select(_ =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            return ids.NewId();
        }).ToList();

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.All(made, id => Assert.Equal(26, id.Length));
    }

    [Fact]
    public void No_two_ids_of_one_instant_are_the_same()
    {
        var ids = new SystemIdSource(_clock);

        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ids.NewId()).Distinct().Count());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ids.NewRequestId()).Distinct().Count());
    }
}
