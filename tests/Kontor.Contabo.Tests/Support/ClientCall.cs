namespace Kontor.Contabo.Tests.Support;

/// <summary>One operation that is no list: what the client is told, what it must send, and what answers it.</summary>
/// <param name="Operation">The operation id.</param>
/// <param name="Line">Method and path, as they must be sent.</param>
/// <param name="MakeAsync">Tells the client.</param>
internal sealed record ClientCall(string Operation, string Line, Func<ContaboClient, CancellationToken, Task> MakeAsync)
{
    /// <summary>Gets the body that must be sent, byte by byte; null for a read.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the object in the answer; null where the client reads none.</summary>
    public string? Answer { get; init; }

    /// <summary>Gets the whole answer; by default that object in a list, or nothing.</summary>
    public string Reply { get => field ?? (Answer is null ? "" : $$"""{"data":[{{Answer}}]}"""); init; }

    public HttpResponseMessage Succeed() => Cloud.Json(Reply, ContractTable.Operations[Operation].SuccessStatus);
}
