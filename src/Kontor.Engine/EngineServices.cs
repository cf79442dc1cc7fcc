using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Catalog;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.History;
using Kontor.Engine.Compute.Hostname;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Compute.Search;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Images;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Engine;

/// <summary>The parts of the engine, put together in one place.</summary>
/// <remarks>
/// The host adds what differs from host to host: <see cref="TimeProvider"/>, <see cref="Common.IIdSource"/>,
/// <see cref="Common.ICheckpoints"/>, <see cref="Database"/>, <see cref="Installation"/>, <see cref="ContaboAccounts"/>,
/// <see cref="IKeySource"/> and the options.
/// </remarks>
public static class EngineServices
{
    /// <summary>Adds the engine.</summary>
    public static IServiceCollection AddKontorEngine(this IServiceCollection services) => services
        .AddStorage()
        .AddAudit()
        .AddCatalog()
        .AddTenancy()
        .AddSecrets()
        .AddOperations()
        .AddTasks()
        .AddPurchasing()
        .AddImages()
        .AddCompute()
        .AddRecovery();

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<Outbox>()
        .AddSingleton<DatabaseHealth>();

    private static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddSingleton<MakeBackupHandler>()
        .AddSingleton<RestoreBackupHandler>()
        .AddSingleton<CompareSignedHeadHandler>()
        .AddSingleton<NoteSignedHeadHandler>()
        .AddSingleton<SignedHeadLoop>()
        .AddSingleton<AcceptDatabaseHandler>()
        .AddSingleton<BackupLoop>();

    private static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<VerifyAuditHandler>();

    private static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<QuoteHandler>()
        .AddSingleton<ListCatalogHandler>()
        .AddSingleton<KnownPlans>()
        .AddSingleton<AddOnPrices>()
        .AddSingleton<ImportCatalogHandler>()
        .AddSingleton<EnsureDefaultCatalogHandler>();

    private static IServiceCollection AddTenancy(this IServiceCollection services) => services
        .AddSingleton<AuthenticateApiKeyHandler>()
        .AddSingleton<CreateApiKeyHandler>()
        .AddSingleton<ListApiKeysHandler>()
        .AddSingleton<RevokeApiKeyHandler>();

    private static IServiceCollection AddSecrets(this IServiceCollection services) => services
        .AddSingleton<SecretBox>()
        .AddSingleton<OpenKeyFileHandler>()
        .AddSingleton<RotateKeyHandler>()
        .AddSingleton<OneTimeLinkStore>()
        .AddSingleton<MakeLinkHandler>()
        .AddSingleton<RevealSecretHandler>()
        .AddSingleton<WipeExpiredSecrets>()
        .AddSingleton<SecretSweepLoop>();

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<WakeSignal>()
        .AddSingleton<OperationStore>()
        .AddSingleton<OperationRunner>()
        .AddSingleton<OperationPump>()
        .AddSingleton<DecideOperationHandler>();

    private static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddSingleton<TaskStore>()
        .AddSingleton<ShowTaskHandler>()
        .AddSingleton<AssignTaskHandler>()
        .AddSingleton<CloseTaskHandler>()
        .AddSingleton<ReopenTaskHandler>()
        .AddSingleton<AnnounceOverdueTasks>()
        .AddSingleton<TaskSweepLoop>();

    private static IServiceCollection AddPurchasing(this IServiceCollection services) => services
        .AddSingleton<ProcessRun>()
        .AddSingleton<SubjectStore>()
        .AddSingleton<SuspensionStore>()
        .AddSingleton<SaleStore>()
        .AddSingleton<IntentStore>()
        .AddSingleton<PurchaseLedger>()
        .AddSingleton<ContractStore>()
        .AddSingleton<ResourceStore>()
        .AddSingleton<SightingStore>()
        .AddSingleton<TimelineStore>()
        .AddSingleton<AuditCursorStore>()
        .AddSingleton<FindingStore>()
        .AddSingleton<DecideFindingHandler>()
        .AddSingleton<InstanceSearch>()
        .AddSingleton<SaleSearch>()
        .AddSingleton<SetContactHandler>()
        .AddSingleton<ShowSubjectHandler>()
        .AddSingleton<ShowOperationsHandler>()
        .AddSingleton<LinkOperationHandler>()
        .AddSingleton<ShowOrdersHandler>()
        .AddSingleton<ReadEventsHandler>();

    private static IServiceCollection AddCompute(this IServiceCollection services) => services
        .AddSingleton<IImageUse, InstallsFromImage>()
        .AddSingleton<OfferHandler>()
        .AddSingleton<IOperationObserver, AttentionTasks>()
        .AddSingleton<OrderInstanceHandler>()
        .AddSingleton<TerminateSubjectHandler>()
        .AddSingleton<TerminationStore>()
        .AddSingleton<LockSubject>()
        .AddSingleton<ISubjectEnded, EndSecrets>()
        .AddSingleton<OpenGenerationHandler>()
        .AddSingleton<AdoptInstanceHandler>()
        .AddSingleton<ShowInstancesHandler>()
        .AddSingleton<InstanceLocks>()
        .AddSingleton<ProtectionStore>()
        .AddSingleton<ProtectInstanceHandler>()
        .AddSingleton<SetHostnameHandler>()
        .AddSingleton<ListFindingsHandler>()
        .AddSingleton<AdoptFindingHandler>()
        .AddSingleton<ShowTimelineHandler>()
        .AddSingleton<SearchHandler>()
        .AddSingleton<ListInstanceLinksHandler>()
        .AddSingleton<Preflight>()
        .AddSingleton<CreateOutcomes>()
        .AddSingleton<SubmitCreate>()
        .AddSingleton<ResolveCreate>()
        .AddSingleton<FoundInstanceCheck>()
        .AddSingleton<WatchCreate>()
        .AddSingleton<MarkInstance>()
        .AddSingleton<InstanceReader>()
        .AddSingleton<MirrorUpdate>()
        .AddSingleton<SubmitCancel>()
        .AddSingleton<VerifyCancel>()
        .AddSingleton<EndOfContract>()
        .AddSingleton<StrangeInstance>()
        .AddSingleton<MarkerRepair>()
        .AddSingleton<KeepTimeline>()
        .AddSingleton<KeepAudit>()
        .AddSingleton<ReadAudits>()
        .AddSingleton<OutsideFindings>()
        .AddSingleton<CompareWithSale>()
        .AddSingleton<ProviderSuspensions>()
        .AddSingleton<TwoSubjects>()
        .AddSingleton<ComparePage>()
        .AddSingleton<MissingInstances>()
        .AddSingleton<SweepInstances>()
        .AddSingleton<SweepLoop>()
        .AddSingleton<RegionMoves>()
        .AddSingleton<OffersHandler>()
        .AddSingleton<RequestPlanChangeHandler>()
        .AddSingleton<IOperationFlow, PlanChangeFlow>()
        .AddSingleton<BulkSignal>()
        .AddSingleton<BulkStore>()
        .AddSingleton<BulkRunner>()
        .AddSingleton<BulkLoop>()
        .AddSingleton<CreateBulkHandler>()
        .AddSingleton<DecideBulkHandler>()
        .AddSingleton<ShowBulkHandler>()
        .AddSingleton<IOperationObserver, BulkProgress>()
        .AddSingleton<AddOnOffers>()
        .AddSingleton<BuyAddOnHandler>()
        .AddSingleton<EndAddOnHandler>()
        .AddSingleton<ListAddOnsHandler>()
        .AddSingleton<SnapshotReader>()
        .AddSingleton<SnapshotAudits>()
        .AddSingleton<ShowSnapshotsHandler>()
        .AddSingleton<SuspendSubjectHandler>()
        .AddSingleton<KeepStopped>()
        .AddSingleton<IOperationFlow, CreateInstanceFlow>()
        .AddSingleton<IOperationFlow, TerminateInstanceFlow>()
        .AddChanges();
}
