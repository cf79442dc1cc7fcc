using System.Diagnostics;
using System.Net.Mime;
using System.Reflection;
using System.Text.Json;
using Kontor.Engine.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kontor.Server.Common;

/// <summary>The body of a request, read strictly: what is unknown, missing or of the wrong type is named by its path.</summary>
internal sealed class Body<T> : IRefusable, IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    // A field that is there twice is named by its path, which the parser cannot do.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    private readonly T? _value;

    private Body(T? value, Problem? refusal) => (_value, Refusal) = (value, refusal);

    public Problem? Refusal { get; }

    /// <summary>Gets what was sent; there when nothing was refused.</summary>
    public T Value => _value ?? throw new UnreachableException("A refused body was used.");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Application.Json], typeof(T)));

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var text = new MemoryStream();
        await context.Request.Body.CopyToAsync(text, context.RequestAborted);
        return text.Length == 0 ? new(null, HttpProblems.BodyMissing()) : Read(text.GetBuffer().AsMemory(0, (int)text.Length));
    }

    private static Body<T> Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var type = StrictJson.Options.GetTypeInfo(typeof(T));
            return JsonShape.Fault(document.RootElement, type, path: null) is { } fault
                ? new(null, fault)
                : new((T?)document.RootElement.Deserialize(type), null);
        }
        catch (JsonException unreadable)
        {
            return new(null, HttpProblems.BodyUnreadable((unreadable.LineNumber ?? 0) + 1, (unreadable.BytePositionInLine ?? 0) + 1));
        }
    }
}
