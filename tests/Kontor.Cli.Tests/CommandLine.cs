using Kontor.Cli.Common;

namespace Kontor.Cli.Tests;

/// <summary>The command line in this process, with a server of the test's making.</summary>
internal sealed class CommandLine : IDisposable
{
    public const string Key = "kontor_01K9ZC3T0000000000000000KE_secret";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kontor-cli-tests-");
    private readonly FlushedWriter _output = new();
    private readonly StringWriter _errors = new();

    public CommandLine()
    {
        Variables["HOME"] = _home.FullName;
        Variables["KONTOR_API_KEY"] = Key;
    }

    public Stub Server { get; init; } = new();

    public Dictionary<string, string> Variables { get; } = [];

    public string Home => _home.FullName;

    public string File => Path.Combine(Home, ".config", "kontor", "cli.json");

    /// <summary>Gets or sets what is typed; null when nobody is there to type.</summary>
    public string? Typed { get; set; }

    /// <summary>Gets or sets whether both outputs are a terminal.</summary>
    public bool Terminal { get; set; }

    /// <summary>Gets what was written as data so far.</summary>
    public string Output => _output.ToString();

    /// <summary>Gets a task that is done once the data written so far was handed on for somebody to read.</summary>
    public Task Flushed => _output.Flushed;

    /// <summary>Gets what was said so far.</summary>
    public string Errors => _errors.ToString();

    /// <summary>Gets what interrupts it.</summary>
    public CancellationTokenSource Interrupt { get; } = new();

    public async Task<Outcome> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        var code = await KontorCommand.RunAsync(args, Surroundings, Interrupt.Token);
        return new Outcome(code, Output, Errors);
    }

    /// <summary>Writes the file with the settings.</summary>
    public void WriteFile(string content, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);
        System.IO.File.SetUnixFileMode(File, mode);
    }

    public void Dispose()
    {
        Interrupt.Dispose();
        _home.Delete(recursive: true);
    }

    public Surroundings Surroundings() => new()
    {
        Output = _output,
        Errors = _errors,
        Input = new Lazy<TextReader>(() => new StringReader(Typed ?? "")),
        InputIsTerminal = Typed is not null && Terminal,
        OutputIsTerminal = Terminal,
        ErrorsAreTerminal = Terminal,
        Width = new Lazy<int>(100),
        Variable = name => Variables.GetValueOrDefault(name),
        Http = () => Server,
        Clock = new HastyClock(),
        NewIdempotencyKey = () => "cli-fresh",
    };

    /// <summary>Tells when it was flushed, which is when a reader sees what was written.</summary>
    private sealed class FlushedWriter : StringWriter
    {
        private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Flushed => _flushed.Task;

        public override void Flush()
        {
            base.Flush();
            // While the first page is on its way there is nothing to see yet.
            if (GetStringBuilder().Length > 0)
            {
                _flushed.TrySetResult();
            }
        }
    }
}
