using System.Collections.Frozen;
using System.Text.Json;

namespace Kontor.Engine.Operations;

/// <summary>The states of one type of operation: state and trigger give the next state, anything absent is a bug.</summary>
public sealed class FlowTable<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly FrozenDictionary<(TState, TTrigger), TState> _next;
    private readonly FrozenDictionary<TState, OperationStatus> _status;
    private readonly FrozenDictionary<TState, string> _names;
    private readonly FrozenDictionary<string, TState> _byName;

    public FlowTable(Dictionary<(TState, TTrigger), TState> next, Dictionary<TState, OperationStatus> status)
    {
        _next = next.ToFrozenDictionary();
        _status = status.ToFrozenDictionary();
        _names = Enum.GetValues<TState>().ToFrozenDictionary(state => state, state => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()));
        _byName = _names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>The state that follows.</summary>
    /// <exception cref="InvalidOperationException">The trigger cannot happen in this state.</exception>
    public TState Next(TState state, TTrigger trigger) => _next.TryGetValue((state, trigger), out var next)
        ? next
        : throw new InvalidOperationException($"{trigger} cannot happen in state {state}.");

    /// <summary>Whether the trigger may happen in this state.</summary>
    public bool Allows(TState state, TTrigger trigger) => _next.ContainsKey((state, trigger));

    /// <summary>Whether nothing leads out of the state.</summary>
    public bool IsFinal(TState state) => !_next.Keys.Any(key => EqualityComparer<TState>.Default.Equals(key.Item1, state));

    /// <summary>What the state looks like from outside.</summary>
    public OperationStatus StatusOf(TState state) => _status[state];

    /// <summary>The name a state is stored by.</summary>
    public string NameOf(TState state) => _names[state];

    /// <summary>The state of a stored name.</summary>
    /// <exception cref="InvalidOperationException">This program does not know the state.</exception>
    public TState Parse(string name) => _byName.TryGetValue(name, out var state)
        ? state
        : throw new InvalidOperationException($"Unknown state '{name}': the row was written by a newer Kontor.");
}
