namespace Kontor.Engine.Common;

/// <summary>Either a value or a problem.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>Gets the problem, or null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead.</exception>
    public T Value => Problem is null
        ? _value!
        : throw new InvalidOperationException($"No value: {Problem.Code}: {Problem.Detail}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    public TOut Match<TOut>(Func<T, TOut> value, Func<Problem, TOut> problem) =>
        Problem is null ? value(_value!) : problem(Problem);
}
