namespace Kontor.Engine.Secrets;

/// <summary>Where a sealed value stands. It can be opened there and nowhere else.</summary>
/// <param name="Owner">The source whose secret it is; never another's afterwards.</param>
/// <param name="Table">The table.</param>
/// <param name="Row">The id of the row.</param>
/// <param name="Column">The column.</param>
public sealed record SecretPlace(string Owner, string Table, string Row, string Column);
