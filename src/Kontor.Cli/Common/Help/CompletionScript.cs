using System.CommandLine;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary><c>completion bash|zsh|fish</c>: a script that asks <c>kontor</c> itself what can follow.</summary>
internal sealed class CompletionScript : Verb
{
    private const string Bash = """
        _kontor() {
          COMPREPLY=()
          local word
          while IFS=$'\t' read -r word _; do
            COMPREPLY+=("$word")
          done < <("${COMP_WORDS[0]}" __complete "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
        }
        complete -o default -F _kontor kontor
        """;

    private const string Zsh = """
        #compdef kontor
        _kontor() {
          local -a found
          local word text
          while IFS=$'\t' read -r word text; do
            found+=("${word//:/\\:}:$text")
          done < <("${words[1]}" __complete "${(j: :)words[1,CURRENT]}" 2>/dev/null)
          _describe kontor found || _files
        }
        compdef _kontor kontor
        """;

    private const string Fish = """
        complete -c kontor -f -a '(kontor __complete (commandline -cp | string collect) 2>/dev/null)'
        """;

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh or fish.", HelpName = "bash|zsh|fish" };

    public CompletionScript()
        : base("completion", "Prints a script that completes commands, options and ids in a shell.")
    {
        Add(_shell);
        _shell.CompletionSources.Add("bash", "zsh", "fish");
        Examples =
        [
            "source <(kontor completion bash)",
            "kontor completion zsh > \"${fpath[1]}/_kontor\"",
            "kontor completion fish > ~/.config/fish/completions/kontor.fish",
        ];
    }

    public override Task<int> RunAsync(Invocation call)
    {
        var script = call.Get(_shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            var other => throw new CliException(ExitCode.Usage, $"There is no completion for '{other}': there is for bash, zsh and fish."),
        };
        call.Surroundings.Output.Write($"{script}\n");
        return Task.FromResult(ExitCode.Done);
    }
}
