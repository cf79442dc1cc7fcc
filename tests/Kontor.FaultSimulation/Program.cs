using System.CommandLine;
using Kontor.FaultSimulation.Campaigns;
using Kontor.FaultSimulation.Lives;
using Kontor.FaultSimulation.Matrix;
using Kontor.FaultSimulation.Mutants;

var threads = new Option<int>("--threads") { Description = "How many runs side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };

var seeds = new Option<long?>("--seeds") { Description = "How many seeds to run. Default: as many as fit into --seconds." };
var from = new Option<long>("--from") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
var seconds = new Option<int?>("--seconds") { Description = "How long to run." };
var atLeast = new Option<long>("--at-least") { Description = "Go on over --seconds until so many runs were made." };
var coverage = new Option<bool>("--require-coverage") { Description = "Fail when a crash point or a misbehaviour was never hit." };
var stopAtFirst = new Option<bool>("--stop-at-first") { Description = "Stop at the first failure." };
var aim = new Option<string?>("--aim") { Description = "Every second seed aims at a crash point; this one aims only at those whose name has this text." };
var replay = new Option<long?>("--replay") { Description = "Run one seed and print what it does." };
var seedCommand = new Command("seeds", "Random lives, one a seed, with one crash or fault each.") { seeds, from, seconds, threads, atLeast, coverage, stopAtFirst, aim, replay };
seedCommand.SetAction(arguments => arguments.GetValue(replay) is { } seed
    ? Report.Replay(LifePlan.Of(seed, Recorded(arguments.GetValue(aim)).CrashPoints), Console.Out)
    : Report.Campaign(
        new SeedCampaign(
            arguments.GetValue(from),
            arguments.GetValue(seeds),
            arguments.GetValue(seconds) is { } limit ? TimeSpan.FromSeconds(limit) : null,
            arguments.GetValue(threads),
            arguments.GetValue(stopAtFirst) ? 1 : 10,
            arguments.GetValue(atLeast),
            Recorded(arguments.GetValue(aim))),
        arguments.GetValue(atLeast),
        arguments.GetValue(coverage),
        arguments.GetValue(aim),
        Console.Out));

var scenario = new Option<string?>("--scenario") { Description = "Run only this scenario, and print what it does." };
var at = new Option<int?>("--at") { Description = "With --scenario: the checkpoint to die at; without it nobody dies." };
var every = new Option<bool>("--every-passing") { Description = "Die each time that a life passes a checkpoint, which takes hours. Default: the first time and the last, in ten scenarios." };
var crashCommand = new Command("crash-points", "Fixed lives, killed at every checkpoint they pass.") { threads, scenario, at, every };
crashCommand.SetAction(arguments => arguments.GetValue(scenario) is { } name
    ? CrashPointCampaign.Replay(name, arguments.GetValue(at), Console.Out)
    : new CrashPointCampaign(arguments.GetValue(threads), arguments.GetValue(every)).Run(Console.Out));

var repository = new Option<string>("--repository") { Description = "The folder of the sources.", DefaultValueFactory = _ => Directory.GetCurrentDirectory() };
var each = new Option<int>("--seconds") { Description = "How long each mutant has to survive to fail the suite.", DefaultValueFactory = _ => 60 };
var mutantCommand = new Command("mutants", "Breaks the product on purpose, one wrong protocol after the other; each must violate an invariant.") { repository, each };
mutantCommand.SetAction(arguments => new MutantCampaign(arguments.GetValue(repository)!, arguments.GetValue(each)).Run(Console.Out));

var only = new Option<string?>("--only") { Description = "Only cells whose name contains this." };
var matrixCommand = new Command("matrix", "Every misbehaviour at every call of every workflow, or why it cannot be.") { threads, only };
matrixCommand.SetAction(arguments => new MatrixCampaign(arguments.GetValue(threads)).Run(Console.Out, arguments.GetValue(only)));

var root = new RootCommand("Runs the real engine against the simulated cloud on one thread and checks the invariants after every step.")
{
    seedCommand, crashCommand, matrixCommand, mutantCommand,
};
return root.Parse(args).Invoke();

static Recording Recorded(string? aim) => aim is null ? Scenario.RecordAll() : Scenario.RecordAll().AimedAt(aim);
