namespace Kontor.KillLoop.Clouds;

/// <summary>A line of the purchase log.</summary>
internal sealed record LoggedPurchase(long Sequence, long InstanceId, string ProductId, string DisplayName, decimal Amount, string Currency);

/// <summary>A machine as its owner sees it.</summary>
internal sealed record CloudInstance(long InstanceId, string OrderedName, string DisplayName, string Status, CloudContract? Contract, int Installations);

/// <summary>Its contract.</summary>
internal sealed record CloudContract(DateOnly? CancelDate);

/// <summary>A misbehaviour that happened.</summary>
internal sealed record FiredFault(string Misbehaviour, string Operation, int Count);

/// <summary>What the control API says about misbehaviour.</summary>
internal sealed record FaultsView(IReadOnlyList<FiredFault> Fired);
