using System.Text.RegularExpressions;

namespace Kontor.Server.Host.Settings;

/// <summary>Turns a validator's sentence into one about the key as it is written in kontor.json.</summary>
internal static partial class OptionsSentence
{
    public static string Of(string failure, string key)
    {
        // The validators say "The field Sweep.Every must be between …" or "ApiUrl: Sweep.ApiUrl …".
        var sentence = Opening().Replace(failure, "").Replace(" field is required.", " is missing: set it.", StringComparison.Ordinal);
        sentence = sentence.Replace($"{key}.", $"{key}:", StringComparison.Ordinal);
        return sentence.StartsWith(key, StringComparison.Ordinal) ? sentence : $"{key}:{sentence}";
    }

    [GeneratedRegex(@"^(?:[A-Za-z]+: )?(?:The field |The )?")]
    private static partial Regex Opening();
}
