using System.Diagnostics;
using System.Text;

namespace Kontor.EndToEnd.Tests.Cli;

/// <summary>A demo that lived its life and goes on: a whole server with the simulated cloud, to be asked by the command line.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly Dictionary<string, string> _said = [];
    private Process _demo = null!;

    /// <summary>Gets the server's address.</summary>
    public string Url => new Uri(_said["Kontor"]).GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _demo = KontorProgram.Start(null, "demo");
        while (!_said.ContainsKey("end"))
        {
            var line = await _demo.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await _demo.StandardError.ReadToEndAsync());
            if (line.Length > 12)
            {
                _said[line[..12].TrimEnd()] = line[12..];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await SignalAsync("INT", _demo);
        await _demo.WaitForExitAsync();
        _demo.Dispose();
    }

    /// <summary>Has the cloud's time pass that many times as fast as real time.</summary>
    public async Task SetSpeedAsync(int speed)
    {
        using var sockets = new SocketsHttpHandler();
        using var http = new HttpClient(sockets);
        using var body = new StringContent($$"""{"mode":"scaled","speed":{{speed}}}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(new Uri(_said["cloud"].Split(' ')[0]), "/sim/clock"), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Starts <c>kontor</c> with nobody to type.</summary>
    internal Process Start(params string[] arguments) => KontorProgram.StartWith(
        new() { ["KONTOR_URL"] = Url, ["KONTOR_API_KEY"] = _said["API key"], ["HOME"] = Path.GetTempPath() }, arguments);

    /// <summary>Runs <c>kontor</c> to its end with nobody to type.</summary>
    internal async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var kontor = Start(arguments);
        kontor.StandardInput.Close();
        return await Outcome.OfAsync(kontor);
    }

    internal static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
