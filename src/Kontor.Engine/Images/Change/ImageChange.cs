using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Images.Change;

/// <summary>
/// One kind of change to a custom image at Contabo: what is sent, and how its effect shows. What is around it is the same for
/// all: accepted once, an intent before a byte is sent, one attempt, looked for before anything is repeated.
/// </summary>
/// <remarks>It has no state of its own, and writes to the provider in <see cref="SendAsync"/> alone.</remarks>
public abstract class ImageChange
{
    /// <summary>Gets the word for it in types and audit rows, such as <c>upload</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the type of the operation that carries it out.</summary>
    public string Type => $"image.{Name}";

    /// <summary>Gets the API's own name of the call, kept in the intent.</summary>
    public abstract string Call { get; }

    /// <summary>Gets whether twice is as once, so that it may be sent again when its answer was lost and no effect shows.</summary>
    public abstract bool Repeats { get; }

    /// <summary>Gets how long it may take.</summary>
    public abstract TimeSpan Patience { get; }

    /// <summary>Looks just before it is sent.</summary>
    /// <exception cref="ContaboApiException">Nothing was learned.</exception>
    public abstract Task<ImageVerdict> LookAsync(IContaboClient client, ImageScene scene, CancellationToken cancellationToken);

    /// <summary>What is about to be sent, as it is kept: never a secret.</summary>
    public abstract object Kept(ImageScene scene);

    /// <summary>The step it is, a sentence for a person.</summary>
    public abstract string Step(ImageScene scene);

    /// <summary>Sends it, once.</summary>
    /// <returns>Contabo's id of the image, when the answer told one.</returns>
    /// <exception cref="ContaboApiException">Look at its outcome.</exception>
    public abstract Task<string?> SendAsync(IContaboClient client, ImageScene scene, Intent intent);

    /// <summary>Whether a refusal says that the effect is there already.</summary>
    public virtual bool MeansDone(ContaboApiException refusal) => false;

    /// <summary>Looks for the effect of what was sent.</summary>
    /// <exception cref="ContaboApiException">Nothing was learned.</exception>
    public abstract Task<ImageVerdict> SeeAsync(IContaboClient client, ImageScene scene, Intent intent, CancellationToken cancellationToken);

    /// <summary>What is said when its answer was lost and nothing shows whether it was done.</summary>
    public virtual Problem Unproven() => ImageProblems.NotInTime(Name);

    /// <summary>The image as its success leaves it.</summary>
    public abstract CustomImage Succeeded(ImageScene scene, DateTimeOffset now);

    /// <summary>The image as its failure leaves it.</summary>
    public virtual CustomImage Failed(ImageScene scene, Problem why, DateTimeOffset now) => scene.Image;
}
