using System.Reflection;
using Kontor.Engine.Common;
using Microsoft.Extensions.Primitives;

namespace Kontor.Server.Common;

/// <summary>The caller's name for its request; paid and destructive requests must have one.</summary>
internal sealed class IdempotencyHeader : IRefusable, IBindableFromHttpContext<IdempotencyHeader>
{
    public const string Name = "Idempotency-Key";
    public const int MaxLength = 255;

    private IdempotencyHeader(StringValues values)
    {
        Key = values is [{ } key] ? key : "";
        Refusal = values.Count == 0 ? HttpProblems.IdempotencyKeyMissing() : IsValid(Key) ? null : HttpProblems.IdempotencyKeyInvalid();
    }

    /// <summary>Gets the key; valid when nothing was refused.</summary>
    public string Key { get; }

    public Problem? Refusal { get; }

    public static ValueTask<IdempotencyHeader?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<IdempotencyHeader?>(new IdempotencyHeader(context.Request.Headers[Name]));

    private static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && key.All(letter => letter is > ' ' and <= '~');
}
