using System.CommandLine;
using Kontor.KillLoop.Campaigns;

var cycles = new Option<int>("--cycles") { Description = "How many processes to kill.", DefaultValueFactory = _ => 100 };
var seed = new Option<int>("--seed") { Description = "Decides what is ordered and where processes die.", DefaultValueFactory = _ => 1 };
var lanes = new Option<int>("--lanes") { Description = "How many databases to work on side by side.", DefaultValueFactory = _ => 3 };
var speed = new Option<double>("--speed") { Description = "Simulated seconds in a real second.", DefaultValueFactory = _ => 60 };
var root = new RootCommand("Kills the real server by SIGKILL, again and again, while a shop orders and ends machines, and looks what is bought twice or lost.")
{
    cycles, seed, lanes, speed,
};
root.SetAction(async arguments =>
{
    var folder = Directory.CreateTempSubdirectory("kontor-kills-").FullName;
    var plan = new CampaignPlan(
        arguments.GetValue(cycles), arguments.GetValue(seed), arguments.GetValue(lanes), arguments.GetValue(speed), folder);
    var exitCode = await new KillCampaign(plan).RunAsync(Console.Out);
    if (exitCode == 0)
    {
        Directory.Delete(folder, recursive: true);
    }

    return exitCode;
});
return await root.Parse(args).InvokeAsync();
