namespace Kontor.Engine.Common;

/// <summary>Who asked for something; every operation and every audit row names one.</summary>
/// <param name="Kind">What sort of actor it is.</param>
/// <param name="Id">The API key, user or part of Kontor; never a personal name.</param>
/// <param name="Source">The installation or key through which the actor came; null for Kontor itself.</param>
/// <param name="Client">The billing system's client on whose behalf it was, by its id there.</param>
/// <param name="User">The billing system's user, by its id there.</param>
/// <param name="Permissions">What that user may do there, as the billing system says.</param>
/// <param name="Admin">The administrator, by id, when one acted.</param>
/// <param name="Masquerade">Whether an administrator acted as the client.</param>
/// <param name="Address">The network address the request came from.</param>
public sealed record Actor(
    ActorKind Kind,
    string Id,
    string? Source = null,
    string? Client = null,
    string? User = null,
    string? Permissions = null,
    string? Admin = null,
    bool Masquerade = false,
    string? Address = null)
{
    /// <summary>Kontor acting by itself: a worker, a sweep.</summary>
    public static Actor Kontor(string part) => new(ActorKind.Kontor, part);
}

/// <summary>What sort of actor did something.</summary>
public enum ActorKind
{
    /// <summary>Kontor itself.</summary>
    Kontor,

    /// <summary>A program with an API key.</summary>
    ApiKey,

    /// <summary>A person on the machine, through a host verb.</summary>
    Operator,

    /// <summary>Whoever holds a one-time link.</summary>
    Link,
}
