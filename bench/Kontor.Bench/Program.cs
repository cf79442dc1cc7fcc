using System.CommandLine;
using Kontor.Bench;
using Kontor.Bench.Accepting;
using Kontor.Bench.Calls;
using Kontor.Bench.Lives;
using Kontor.Bench.Mirror;

var all = new Dictionary<string, Func<Report, Task>>
{
    ["client"] = CallBench.RunAsync,
    ["accepts"] = SteadyBench.RunAsync,
    ["burst"] = BurstBench.RunAsync,
    ["life"] = LifeBench.RunAsync,
    ["mirror"] = MirrorBench.RunAsync,
};

var names = new Argument<string[]>("name")
{
    Description = "Which to run; without any, all of them.",
    Arity = ArgumentArity.ZeroOrMore,
};
names.AcceptOnlyFromAmong([.. all.Keys]);
var root = new RootCommand("Measures Kontor beside the physical limit, in the same run. Needs a machine that does nothing else.") { names };
root.SetAction(async (parsed, _) =>
{
    var chosen = parsed.GetValue(names) is { Length: > 0 } some ? some : [.. all.Keys];
    var report = new Report(Console.Out);
    report.Machine();
    foreach (var name in chosen)
    {
        await all[name](report);
    }
});
return await root.Parse(args).InvokeAsync();
