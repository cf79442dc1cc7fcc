namespace Kontor.Cli.Tests.Common.Routes;

/// <summary>Which command line asks for which route of REST: the fullest one, so that nothing that can be asked is left out.</summary>
internal static class CommandOfRoute
{
    /// <summary>What a sale is named by.</summary>
    private const string Sale = "--kind service --external-id 1001 --client 7 --order 55 --registered-on 2026-11-01 --product 3";

    private const string Machine = "--plan V153 --region EU --image IMG --term-months 1 --account main";

    /// <summary>Gets the lines by the name of their route; a word that begins with '@' is a file of a test.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["PlaceOrder"] = $"orders create --yes --no-wait {Machine} {Sale} --generation 2 --label web --default-user root --ssh-key @key --amend "
            + "--sold-net 4 --sold-tax 1 --sold-currency EUR",
        ["ListOrders"] = "orders list --subject SUB1",
        ["GetOrder"] = "orders show ORD1",
        ["GetQuote"] = $"orders quote {Machine}",
        ["ListSubjects"] = "subjects list",
        ["GetSubject"] = "subjects show SUB1",
        ["SetSubjectContact"] = "subjects set-contact SUB1 --email anna@example.com",
        ["TerminateSubject"] = "subjects terminate SUB1 --yes --no-wait --on 2027-01-31 --retention-days 3",
        ["OpenGeneration"] = "subjects open-generation SUB1",
        ["SuspendSubject"] = "subjects suspend SUB1 --no-wait --reason late --kind other",
        ["UnsuspendSubject"] = "subjects unsuspend SUB1 --no-wait --kind other",
        ["ListInstances"] = "instances list --subject SUB1",
        ["AdoptInstance"] = $"instances adopt --account main --provider-id 1 {Sale}",
        ["GetInstance"] = "instances show INS1",
        ["RenameInstance"] = "instances rename INS1 --no-wait --label web",
        ["StartInstance"] = "instances start INS1 --no-wait",
        ["StopInstance"] = "instances stop INS1 --no-wait",
        ["RestartInstance"] = "instances restart INS1 --no-wait",
        ["ShutDownInstance"] = "instances shutdown INS1 --no-wait",
        ["ResetPassword"] = "instances reset-password INS1 --no-wait --own-password --ssh-key @key",
        ["RescueInstance"] = "instances rescue INS1 --no-wait --ssh-key @key",
        ["LeaveRescue"] = "instances leave-rescue INS1 --no-wait",
        ["GetReinstallLosses"] = "instances reinstall INS1 --yes --no-wait --image IMG",
        ["ReinstallInstance"] = "instances reinstall INS1 --yes --no-wait --image IMG --default-user root --ssh-key @key --user-data @key",
        ["SetHostname"] = "instances set-hostname INS1 --hostname web.example.com",
        ["ProtectInstance"] = "instances protect INS1 --delete on --rebuild on",
        ["ListInstanceLinks"] = "instances links INS1",
        ["ListTimeline"] = "instances timeline INS1",
        ["ListImages"] = "images list --subject SUB1",
        ["GetImage"] = "images show IMG1",
        ["GetImageSpace"] = "images space SUB1",
        ["UploadImage"] = "images create --no-wait --subject SUB1 --name web --link https://files.example.com/a.iso --os linux --version-of-system 12.5 "
            + "--description mine --size-mib 700",
        ["DescribeImage"] = "images rename IMG1 --no-wait --name web --description mine",
        ["DeleteImage"] = "images delete IMG1 --yes --no-wait",
        ["ListSnapshots"] = "snapshots list INS1",
        ["CreateSnapshot"] = "snapshots create INS1 --no-wait --name one --description first",
        ["UpdateSnapshot"] = "snapshots update INS1 SNAP1 --no-wait --name one --description first",
        ["DeleteSnapshot"] = "snapshots delete INS1 SNAP1 --yes --no-wait",
        ["PreviewRollback"] = "snapshots rollback INS1 SNAP1 --yes --no-wait",
        ["RollBackSnapshot"] = "snapshots rollback INS1 SNAP1 --yes --no-wait",
        ["ListAddOns"] = "add-ons list SUB1",
        ["GetAddOnPrice"] = "add-ons price SUB1 --add-on backup",
        ["BuyAddOn"] = "add-ons buy SUB1 --yes --no-wait --add-on backup --ordinal 2 --sold-net 4 --sold-tax 1 --sold-currency EUR",
        ["EndAddOn"] = "add-ons end SUB1 --yes --add-on backup",
        ["ListOffers"] = "instances offers INS1",
        ["ChangePlan"] = "instances change-plan INS1 --yes --no-wait --plan V154",
        ["GetRegionOptions"] = "instances region INS1",
        ["ChangeRegion"] = "instances change-region INS1 --yes --no-wait --region SIN --method installation",
        ["PreviewBulk"] = "bulk preview INS1 INS2 --action restart --at-once 2",
        ["CreateBulk"] = "bulk create INS1 INS2 --yes --no-wait --action restart --at-once 2",
        ["GetBulk"] = "bulk show BULK1",
        ["StopBulk"] = "bulk stop BULK1",
        ["RetryBulk"] = "bulk retry BULK1 --no-wait",
        ["ListOperations"] = "operations list --status running --subject SUB1",
        ["GetOperation"] = "operations show OP1",
        ["ResumeOperation"] = "operations resume OP1 --no-wait",
        ["GiveUpOperation"] = "operations give-up OP1",
        ["MakeRevealLink"] = "operations link OP1",
        ["ListFindings"] = "findings list --state all --kind orphan",
        ["AdoptFinding"] = "findings adopt FIN1",
        ["AssignFinding"] = $"findings assign FIN1 --source shop {Sale}",
        ["IgnoreFinding"] = "findings ignore FIN1 --reason ours",
        ["ReopenFinding"] = "findings reopen FIN1",
        ["ListTasks"] = "tasks list --state all --kind finding --assignee anna --overdue",
        ["GetTask"] = "tasks show TASK1",
        ["AssignTask"] = "tasks assign TASK1 --to anna",
        ["CompleteTask"] = "tasks done TASK1 --outcome paid",
        ["DismissTask"] = "tasks dismiss TASK1 --reason test",
        ["ReopenTask"] = "tasks reopen TASK1",
        ["Search"] = "search 198.51.100.7 --at 2026-11-03T12:00:00Z",
        ["ListPurchases"] = "purchases list",
        ["ReadEvents"] = "events list --after 3",
        ["GetCatalog"] = "plans list",
        ["GetInstallation"] = "installation show",
    };

    /// <summary>Gets why a route has no verb.</summary>
    public static IReadOnlyDictionary<string, string> WithoutVerb { get; } = new Dictionary<string, string>
    {
        ["GetLiveness"] = "It is for what restarts a server that hangs, and answers such a program with its status alone.",
        ["GetReadiness"] = "It is for what spreads requests over servers, and answers such a program with its status alone.",
    };

    /// <summary>Gets why a field or a parameter of a route is given by no option.</summary>
    public static IReadOnlyDictionary<string, string> WithoutOption { get; } = new Dictionary<string, string>
    {
        ["ChangePlan.offerId"] = "'--plan' names the same offer.",
        ["ResetPassword.keepPassword"] = "'instances set-keys' sends it as true, and is the verb for that.",
    };
}
