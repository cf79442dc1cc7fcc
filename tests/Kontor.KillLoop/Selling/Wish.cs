namespace Kontor.KillLoop.Selling;

/// <summary>What a customer wishes of its machine.</summary>
internal enum WishKind
{
    Restart,
    Stop,
    Rename,
    Password,
    Reinstall,
}

/// <summary>One wish about a machine: it is sent with one key until it is acknowledged or refused, over every death.</summary>
internal sealed class Wish(Sale sale, WishKind kind, string machine, int number)
{
    public Sale Sale => sale;

    public WishKind Kind => kind;

    /// <summary>Gets the machine, by Kontor's id.</summary>
    public string Machine => machine;

    /// <summary>Gets the key with which it is sent, however often.</summary>
    public string Key => $"wish-{number}";

    /// <summary>Gets or sets the operation that was acknowledged.</summary>
    public string? OperationId { get; set; }

    /// <summary>Gets or sets whether Kontor refused it, such as while something else was under way.</summary>
    public bool Refused { get; set; }

    public bool IsWaiting => OperationId is null && !Refused;

    public override string ToString() => $"{kind} of {sale.Label}";
}
