using Kontor.Contabo.Images;
using Kontor.Engine.Common;

namespace Kontor.Engine.Images.Change;

/// <summary>What a look at Contabo came to, before something is sent or after.</summary>
public sealed record ImageVerdict
{
    private ImageVerdict(ImageVerdictKind kind) => Kind = kind;

    /// <summary>Gets that Contabo was asked and the image is not as wished: it can be sent, or was not done.</summary>
    public static ImageVerdict NotSo { get; } = new(ImageVerdictKind.NotSo);

    internal ImageVerdictKind Kind { get; }

    internal string? Text { get; private init; }

    internal Problem? Problem { get; private init; }

    /// <summary>Gets what Contabo says about the image, to be kept; null when it said nothing.</summary>
    public Image? Seen { get; init; }

    /// <summary>It is as wished.</summary>
    public static ImageVerdict Done(string text) => new(ImageVerdictKind.Done) { Text = text };

    /// <summary>It is under way, or nothing could be learned.</summary>
    public static ImageVerdict Wait(Problem? why = null) => new(ImageVerdictKind.Wait) { Problem = why };

    /// <summary>It will not come to that.</summary>
    public static ImageVerdict Impossible(Problem why) => new(ImageVerdictKind.Impossible) { Text = why.Detail, Problem = why };
}

/// <summary>The kinds of a verdict.</summary>
internal enum ImageVerdictKind
{
    NotSo,
    Done,
    Wait,
    Impossible,
}
