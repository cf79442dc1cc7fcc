using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Tokens;

[JsonSourceGenerationOptions(Converters = [typeof(LenientInt64Converter), typeof(LenientStringConverter)])]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class TokenJsonContext : JsonSerializerContext;
