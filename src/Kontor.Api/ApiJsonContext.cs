using System.Text.Json.Serialization;
using Kontor.Api.Catalog;
using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Images;
using Kontor.Api.Inventory;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Api.Secrets;
using Kontor.Api.Storage;
using Kontor.Api.Tasks;

namespace Kontor.Api;

/// <summary>The records of the REST API, known at compile time: no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantConverter), typeof(DecimalTextConverter)])]
[JsonSerializable(typeof(OrderRequest))]
[JsonSerializable(typeof(TerminateRequest))]
[JsonSerializable(typeof(SuspendRequest))]
[JsonSerializable(typeof(UnsuspendRequest))]
[JsonSerializable(typeof(AdoptInstanceRequest))]
[JsonSerializable(typeof(AssignFindingRequest))]
[JsonSerializable(typeof(IgnoreFindingRequest))]
[JsonSerializable(typeof(ContactRequest))]
[JsonSerializable(typeof(ReinstallRequest))]
[JsonSerializable(typeof(ReinstallLossesResponse))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(RescueRequest))]
[JsonSerializable(typeof(BuyAddOnRequest))]
[JsonSerializable(typeof(EndAddOnRequest))]
[JsonSerializable(typeof(AddOnPriceResponse))]
[JsonSerializable(typeof(AddOnListResponse))]
[JsonSerializable(typeof(CreateBulkRequest))]
[JsonSerializable(typeof(BulkResponse))]
[JsonSerializable(typeof(BulkPreviewResponse))]
[JsonSerializable(typeof(CreateSnapshotRequest))]
[JsonSerializable(typeof(UpdateSnapshotRequest))]
[JsonSerializable(typeof(RollbackRequest))]
[JsonSerializable(typeof(SnapshotListResponse))]
[JsonSerializable(typeof(RollbackPreviewResponse))]
[JsonSerializable(typeof(PlanOffersResponse))]
[JsonSerializable(typeof(ChangePlanRequest))]
[JsonSerializable(typeof(RegionOptionsResponse))]
[JsonSerializable(typeof(ChangeRegionRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(ProtectionRequest))]
[JsonSerializable(typeof(HostnameRequest))]
[JsonSerializable(typeof(UploadImageRequest))]
[JsonSerializable(typeof(DescribeImageRequest))]
[JsonSerializable(typeof(ImageResponse))]
[JsonSerializable(typeof(ImageSpaceResponse))]
[JsonSerializable(typeof(ListPage<ImageResponse>))]
[JsonSerializable(typeof(OrderResponse))]
[JsonSerializable(typeof(SubjectResponse))]
[JsonSerializable(typeof(InstanceResponse))]
[JsonSerializable(typeof(ProtectionResponse))]
[JsonSerializable(typeof(HostnameResponse))]
[JsonSerializable(typeof(OperationResponse))]
[JsonSerializable(typeof(ListPage<OrderResponse>))]
[JsonSerializable(typeof(ListPage<SubjectResponse>))]
[JsonSerializable(typeof(ListPage<InstanceResponse>))]
[JsonSerializable(typeof(ListPage<OperationResponse>))]
[JsonSerializable(typeof(ListPage<PurchaseResponse>))]
[JsonSerializable(typeof(ListPage<FindingResponse>))]
[JsonSerializable(typeof(ListPage<TimelineEntryResponse>))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(RevealLinkResponse))]
[JsonSerializable(typeof(ListPage<SecretLinkResponse>))]
[JsonSerializable(typeof(TaskResponse))]
[JsonSerializable(typeof(ListPage<TaskResponse>))]
[JsonSerializable(typeof(AssignTaskRequest))]
[JsonSerializable(typeof(TaskDoneRequest))]
[JsonSerializable(typeof(DismissTaskRequest))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(CatalogResponse))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(InstallationResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(ProblemResponse))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
