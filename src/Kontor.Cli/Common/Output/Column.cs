namespace Kontor.Cli.Common.Output;

/// <summary>A column of a list.</summary>
/// <param name="Name">Its heading, by which it is chosen too: lower case, words with <c>-</c> between.</param>
/// <param name="Text">What it shows of a record; null shows as <c>-</c>.</param>
internal sealed record Column<T>(string Name, Func<T, string?> Text);
