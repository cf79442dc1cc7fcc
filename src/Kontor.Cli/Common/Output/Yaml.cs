using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kontor.Cli.Common.Output;

/// <summary>JSON as YAML, through the library's emitter: its serializer would look at types at run time.</summary>
internal static partial class Yaml
{
    /// <summary>Writes a value as a document of its own.</summary>
    /// <param name="value">The value.</param>
    /// <param name="asItem">Whether as the only item of a sequence.</param>
    public static string Of(JsonElement value, bool asItem = false)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithMaxSimpleKeyLength(1024).WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        if (asItem)
        {
            emitter.Emit(new SequenceStart(default, default, isImplicit: true, SequenceStyle.Block));
        }

        Emit(emitter, value);
        if (asItem)
        {
            emitter.Emit(new SequenceEnd());
        }

        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return Safe(text.ToString());
    }

    private static void Emit(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                EmitMapping(emitter, value);
                break;
            case JsonValueKind.Array:
                EmitSequence(emitter, value);
                break;
            case JsonValueKind.String:
                EmitText(emitter, value.GetString()!);
                break;
            default:
                emitter.Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    private static void EmitMapping(Emitter emitter, JsonElement value)
    {
        emitter.Emit(new MappingStart(default, default, isImplicit: true, MappingStyle.Block));
        foreach (var property in value.EnumerateObject())
        {
            EmitText(emitter, property.Name);
            Emit(emitter, property.Value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void EmitSequence(Emitter emitter, JsonElement value)
    {
        emitter.Emit(new SequenceStart(default, default, isImplicit: true, SequenceStyle.Block));
        foreach (var item in value.EnumerateArray())
        {
            Emit(emitter, item);
        }

        emitter.Emit(new SequenceEnd());
    }

    // Quoted unless it can be nothing but text, to every reader of any version: 'no' and '1:30' are not.
    private static void EmitText(Emitter emitter, string text) => emitter.Emit(new Scalar(
        default, default, text, IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: IsPlain(text), isQuotedImplicit: true));

    private static bool IsPlain(string text) => Plain().IsMatch(text) && !Word().IsMatch(text);

    // Only a quoted text can hold such a character, and there this spelling means it.
    private static string Safe(string yaml)
    {
        var safe = new StringBuilder(yaml.Length);
        foreach (var rune in yaml.EnumerateRunes())
        {
            safe.Append(rune.Value != '\n' && Visible.Steers(rune) ? Visible.Spell(rune) : rune.ToString());
        }

        return safe.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_](?:[A-Za-z0-9_./+-]| (?=[A-Za-z0-9_./+-]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
