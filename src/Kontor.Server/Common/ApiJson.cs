using System.Text.Encodings.Web;
using System.Text.Json;
using Kontor.Api;

namespace Kontor.Server.Common;

/// <summary>How answers are written: by the rules of the API's own package, readable in a terminal.</summary>
internal static class ApiJson
{
    /// <summary>Gets the options for what is written past the framework.</summary>
    public static JsonSerializerOptions Options { get; } = new(KontorJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Has the framework write answers, and describe requests, by the same rules.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, KontorJson.Options.TypeInfoResolver!);
        options.PropertyNamingPolicy = KontorJson.Options.PropertyNamingPolicy;
        options.RespectNullableAnnotations = KontorJson.Options.RespectNullableAnnotations;
        // No page takes these answers for HTML: they are JSON, and say so in a header that browsers obey.
        options.Encoder = Options.Encoder;
        foreach (var converter in KontorJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }

        StrictJson.Tighten(options);
    }
}
