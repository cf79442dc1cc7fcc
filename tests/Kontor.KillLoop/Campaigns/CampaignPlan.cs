namespace Kontor.KillLoop.Campaigns;

/// <summary>What was asked for.</summary>
/// <param name="Cycles">How many processes are killed.</param>
/// <param name="Seed">Decides what is ordered, and where they die.</param>
/// <param name="Lanes">How many databases are worked on side by side.</param>
/// <param name="Speed">Simulated seconds in a real second.</param>
/// <param name="Folder">Where databases and logs are.</param>
internal sealed record CampaignPlan(int Cycles, int Seed, int Lanes, double Speed, string Folder);
