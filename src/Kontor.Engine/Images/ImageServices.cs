using Kontor.Engine.Images.Change;
using Kontor.Engine.Images.Sweep;
using Kontor.Engine.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Engine.Images;

/// <summary>Custom images: the use cases, and each kind of change with its flow.</summary>
internal static class ImageServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services) => services
        .AddSingleton<ImageStore>()
        .AddSingleton<ImageSpace>()
        .AddSingleton<OpenImageChange>()
        .AddSingleton<UploadImageHandler>()
        .AddSingleton<ChangeImageHandler>()
        .AddSingleton<ShowImagesHandler>()
        .AddSingleton<ShowImageSpaceHandler>()
        .AddSingleton<SweepImages>()
        .AddSingleton<ImageSweepLoop>()
        .AddSingleton<ImageChangeSent>()
        .AddSingleton<SubmitImageChange>()
        .AddSingleton<VerifyImageChange>()
        .AddChange<UploadChange>()
        .AddChange<DescribeChange>()
        .AddChange<DeleteChange>();

    private static IServiceCollection AddChange<TChange>(this IServiceCollection services)
        where TChange : ImageChange => services
        .AddSingleton<TChange>()
        .AddSingleton<IOperationFlow>(provider => ActivatorUtilities.CreateInstance<ImageChangeFlow>(provider, provider.GetRequiredService<TChange>()));
}
