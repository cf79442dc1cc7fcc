using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kontor.Cli.Common;

/// <summary>All that a command touches outside of itself.</summary>
internal sealed record Surroundings
{
    private const int StandardOutput = 1;
    private const int KeyLength = 24;
    private const int NarrowestTerminal = 40;

    /// <summary>Gets where data goes.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gets where words go.</summary>
    public required TextWriter Errors { get; init; }

    /// <summary>Gets what is typed; opened when something is read, because that alone changes how the terminal behaves.</summary>
    public required Lazy<TextReader> Input { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorsAreTerminal { get; init; }

    /// <summary>Gets how many characters fit into a line of the terminal.</summary>
    public required Lazy<int> Width { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Makes what sends requests.</summary>
    public required Func<HttpMessageHandler> Http { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Makes a name for a request that nobody else uses.</summary>
    public required Func<string> NewIdempotencyKey { get; init; }

    /// <summary>Gets whether data may have colours.</summary>
    public bool ColoursData => OutputIsTerminal && AllowsColour;

    /// <summary>Gets whether words may have colours, and a line that changes.</summary>
    public bool ColoursWords => ErrorsAreTerminal && AllowsColour;

    private bool AllowsColour => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static Surroundings OfProcess() => new()
    {
        Output = new StreamWriter(OpenOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
        Errors = Console.Error,
        Input = new Lazy<TextReader>(() => Console.In),
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorsAreTerminal = !Console.IsErrorRedirected,
        Width = new Lazy<int>(() => Math.Max(Console.WindowWidth, NarrowestTerminal)),
        Variable = Environment.GetEnvironmentVariable,
        // A redirect is no answer of Kontor, and would carry the key elsewhere.
        Http = () => new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All },
        Clock = TimeProvider.System,
        NewIdempotencyKey = () => $"cli-{RandomNumberGenerator.GetHexString(KeyLength, lowercase: true)}",
    };

    // The console's own stream swallows that its reader went away (kontor ... | head), and the list would be read to its end.
    // A file keeps the console's: it may be shared with other programs, and only that one moves the common place in it.
    private static Stream OpenOutput()
    {
        if (!Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
