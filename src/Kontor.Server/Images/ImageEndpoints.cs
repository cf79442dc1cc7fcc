using Kontor.Api.Common;
using Kontor.Api.Images;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Purchasing;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using EngineOperation = Kontor.Engine.Operations.Operation;

namespace Kontor.Server.Images;

/// <summary>The custom images of clients.</summary>
internal static class ImageEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var images = api.MapGroup("/images").WithTags("Images");
        images.MapGet("", ListAsync).WithName("ListImages").Needs(Right.View).RequireAuthorization(ApiScopes.ImagesRead)
            .WithSummary("Lists custom images that were not deleted, newest first, each with its state and the machines installed from it.");
        images.MapPost("", UploadAsync).WithName("UploadImage").Needs(Right.Images).RequireAuthorization(ApiScopes.ImagesWrite)
            .WithSummary("Has Contabo fetch an image from a link for the client of a subject; only that client's machines can be installed from it.");
        images.MapGet("/{id}", ShowAsync).WithName("GetImage").Needs(Right.View).RequireAuthorization(ApiScopes.ImagesRead)
            .WithSummary("Shows a custom image, a deleted one too.");
        images.MapPatch("/{id}", DescribeAsync).WithName("DescribeImage").Needs(Right.Images).RequireAuthorization(ApiScopes.ImagesWrite)
            .WithSummary("Calls a custom image something else, or describes it otherwise.");
        images.MapDelete("/{id}", DeleteAsync).WithName("DeleteImage").Needs(Right.Images).RequireAuthorization(ApiScopes.ImagesWrite)
            .WithSummary("Deletes a custom image; machines that were installed from it stay as they are.");
        api.MapGet("/subjects/{id}/image-space", SpaceAsync).WithTags("Images").WithName("GetImageSpace").Needs(Right.View)
            .RequireAuthorization(ApiScopes.ImagesRead)
            .WithSummary("Says how much room there is for a subject's next custom image.");
    }

    internal static async Task<Results<Ok<ListPage<ImageResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] SubjectPageQuery query, ShowImagesHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.ListAsync(caller.Actor, query.SubjectId, query.Before, limit, cancellationToken),
            row => row.Image.Id.Value,
            row => row.ToResponse()));

    internal static async Task<Results<Ok<ImageResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowImagesHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.FindAsync(new ImageId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<ImageResponse>, ProblemAnswer>>(image => TypedResults.Ok(image.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<ImageSpaceResponse>, ProblemAnswer>> SpaceAsync(
        string id, Caller caller, ShowImageSpaceHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new SubjectId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<ImageSpaceResponse>, ProblemAnswer>>(space => TypedResults.Ok(space.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<ImageResponse>, ProblemAnswer>> UploadAsync(
        Caller caller, IdempotencyHeader idempotency, Body<UploadImageRequest> body, UploadImageHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(body.Value.ToEngine(caller.Source), idempotency.Key, caller.Actor, cancellationToken);
        return result.Match<Results<Accepted<ImageResponse>, ProblemAnswer>>(
            accepted => TypedResults.Accepted($"/api/v1/operations/{accepted.Operation.Id}", new ShownImage(accepted.Image, accepted.Operation, []).ToResponse()),
            problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> DescribeAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<DescribeImageRequest> body, ChangeImageHandler handler, CancellationToken cancellationToken)
    {
        var wish = new DescribeImage(new ImageId(id), body.Value.Name, body.Value.Description, caller.Source);
        return Answer(await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken));
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> DeleteAsync(
        string id, Caller caller, IdempotencyHeader idempotency, ChangeImageHandler handler, CancellationToken cancellationToken) =>
        Answer(await handler.HandleAsync(new DeleteImage(new ImageId(id), caller.Source), idempotency.Key, caller.Actor, cancellationToken));

    private static Results<Accepted<OperationResponse>, ProblemAnswer> Answer(Result<EngineOperation> result) =>
        result.Match<Results<Accepted<OperationResponse>, ProblemAnswer>>(
            operation => TypedResults.Accepted($"/api/v1/operations/{operation.Id}", operation.ToResponse()), problem => problem.ToHttp());
}
