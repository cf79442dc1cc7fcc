using Kontor.Cli.Catalog;
using Kontor.Cli.Common.Settings;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Compute;
using Kontor.Cli.Images;
using Kontor.Cli.Inventory;
using Kontor.Cli.Operations;
using Kontor.Cli.Purchasing;
using Kontor.Cli.Storage;
using Kontor.Cli.Tasks;

namespace Kontor.Cli;

/// <summary>What there is, and what can be done with it. A new verb needs its class and its place here.</summary>
internal static class Nouns
{
    public static IEnumerable<Noun> Create() =>
    [
        new("orders", "Orders: the only way money is spent.", new ListOrders(), new ShowOrder(), new QuoteOrder(), new CreateOrder()),
        new(
            "subjects",
            "What was sold: one service or addon of one source.",
            new ListSubjects(), new ShowSubject(), new SuspendSubject(), new UnsuspendSubject(), new TerminateSubject(), new OpenGeneration(), new SetContact()),
        new(
            "instances",
            "Machines, as Contabo last described them.",
            new ListInstances(), new ShowInstance(), new StartInstance(), new StopInstance(), new RestartInstance(), new ShutDownInstance(),
            new ResetPassword(), new SetKeys(), new RescueInstance(), new LeaveRescue(), new ReinstallInstance(), new RenameInstance(), new SetHostname(),
            new ProtectInstance(), new ListOffers(), new ChangePlan(), new ShowRegion(), new ChangeRegion(), new ListTimeline(), new ListLinks(), new AdoptInstance()),
        new(
            "snapshots",
            "Snapshots of machines: their disks as they were.",
            new ListSnapshots(), new CreateSnapshot(), new UpdateSnapshot(), new DeleteSnapshot(), new RollBackSnapshot()),
        new(
            "add-ons",
            "What is bought for a machine that stands.",
            new ListAddOns(), new PriceAddOn(), new BuyAddOn(), new EndAddOn()),
        new(
            "bulk",
            "One wish for many machines.",
            new PreviewBulk(), new CreateBulk(), new ShowBulk(), new StopBulk(), new RetryBulk()),
        new(
            "operations",
            "Work that takes longer than a request.",
            new ListOperations(), new ShowOperation(), new WaitOperation(), new ResumeOperation(), new GiveUpOperation(), new LinkOperation()),
        new(
            "findings",
            "What needs a person's eye.",
            new ListFindings(), new AdoptFinding(), new AssignFinding(), new IgnoreFinding(), new ReopenFinding()),
        new(
            "tasks",
            "The inbox: what a person must do.",
            new ListTasks(), new ShowTask(), new AssignTask(), new FinishTask(), new DismissTask(), new ReopenTask()),
        new("plans", "Plans of the catalogue and their prices.", new ListPlans(), new ShowPlan()),
        new("regions", "Regions of the catalogue.", new ListRegions()),
        new(
            "images",
            "Images that machines are installed from: the clients' own, and Contabo's.",
            new ListImages(), new ShowImage(), new ShowImageSpace(), new CreateImage(), new RenameImage(), new DeleteImage(), new ListStandardImages()),
        new("purchases", "The purchase ledger.", new ListPurchases()),
        new("events", "What became true, in order.", new ListEvents(), new FollowEvents()),
        new("installation", "The Kontor that answers.", new ShowInstallation()),
        new("config", "Which Kontor this command line asks, and with which key.", new ShowConfig(), new SetUrl(), new SetKey()),
    ];
}
