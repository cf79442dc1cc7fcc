using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kontor.Contabo.Http;

namespace Kontor.Contabo.Calls;

/// <summary>A success answer: its bytes, which are read once, and what is needed to complain about them.</summary>
internal sealed record ApiReply(CallFacts Facts, int Status, BufferedContent Content)
{
    public Envelope<T> ReadList<T>(JsonTypeInfo<Envelope<T>> type) => Read(type, static _ => true);

    /// <summary>Reads the one object of the answer, which must be the one asked about.</summary>
    public T ReadOne<T>(JsonTypeInfo<Envelope<T>> type, Func<T, bool> isTheOne) =>
        Read(type, items => items is [var only, ..] && isTheOne(only)).Data![0];

    /// <summary>Makes sure that there is an answer to a write that is told nothing but links: a page of HTML is none.</summary>
    public void RequireObject()
    {
        if (!IsObject())
        {
            throw Unreadable();
        }
    }

    /// <summary>Makes sure that nothing was said where silence is the answer.</summary>
    public void RequireNothing()
    {
        if (Content.Body.Length > 0)
        {
            throw Unreadable();
        }
    }

    private Envelope<T> Read<T>(JsonTypeInfo<Envelope<T>> type, Func<List<T>, bool> fits)
    {
        try
        {
            return JsonSerializer.Deserialize(Content.Body.Span, type) is { Data: { } items } envelope && items.TrueForAll(item => item is not null) && fits(items)
                ? envelope
                : throw Unreadable();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
        finally
        {
            Content.GiveBack();
        }
    }

    private bool IsObject()
    {
        try
        {
            using var document = JsonDocument.Parse(Content.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A 2xx that cannot be read proves neither success nor failure of a write, hence Unknown.
    private ContaboApiException Unreadable(Exception? exception = null) =>
        new(
            Facts.Failure(ContaboErrorReason.Unreadable, WriteOutcome.Unknown) with
            {
                Status = Status,
                ProviderMessages = ProviderTexts.Read(Content.Body),
            },
            exception);
}
