namespace Kontor.Engine.Tenancy;

/// <summary>What an API key may be allowed to do; each scope is asked for by the endpoints of its capability.</summary>
public static class ApiScopes
{
    public const string OrdersWrite = "orders.write";
    public const string OrdersRead = "orders.read";
    public const string SubjectsWrite = "subjects.write";
    public const string InstancesRead = "instances.read";
    public const string InstancesWrite = "instances.write";
    public const string ImagesRead = "images.read";
    public const string ImagesWrite = "images.write";
    public const string OperationsRead = "operations.read";
    public const string OperationsWrite = "operations.write";
    public const string CatalogRead = "catalog.read";
    public const string CatalogWrite = "catalog.write";
    public const string FindingsRead = "findings.read";
    public const string FindingsWrite = "findings.write";
    public const string SearchRead = "search.read";
    public const string EventsRead = "events.read";
    public const string PurchasesRead = "purchases.read";
    public const string TasksRead = "tasks.read";
    public const string TasksWrite = "tasks.write";

    /// <summary>Gets every scope there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OrdersWrite, OrdersRead, SubjectsWrite, InstancesRead, InstancesWrite, ImagesRead, ImagesWrite, OperationsRead, OperationsWrite,
        CatalogRead, CatalogWrite, FindingsRead, FindingsWrite, SearchRead, EventsRead, PurchasesRead, TasksRead, TasksWrite,
    ];
}
