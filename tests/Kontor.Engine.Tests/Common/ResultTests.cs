using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

public sealed class ResultTests
{
    private static readonly Problem Refusal = new(ProblemKind.Refused, "test.refused", "No: ask again tomorrow.");

    [Fact]
    public void A_result_is_a_value_or_a_problem()
    {
        Result<int> value = 7;
        Result<int> problem = Refusal;

        Assert.Equal(("7", "test.refused"), (value.Match(v => $"{v}", p => p.Code), problem.Match(v => $"{v}", p => p.Code)));
    }

    [Fact]
    public void Asking_a_problem_for_its_value_is_a_bug()
    {
        Result<int> problem = Refusal;

        Assert.Contains("test.refused", Assert.Throws<InvalidOperationException>(() => problem.Value).Message, StringComparison.Ordinal);
    }
}
