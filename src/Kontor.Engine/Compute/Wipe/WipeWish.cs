namespace Kontor.Engine.Compute.Wipe;

/// <summary>With what a disk is overwritten, sealed when the wipe was opened.</summary>
/// <param name="Image">The image.</param>
/// <param name="DefaultUser">The account that the new installation has; nobody gets a way into it.</param>
internal sealed record WipeWish(string Image, string DefaultUser);

/// <summary>What was seen of a wipe on the way.</summary>
/// <param name="Installing">Whether the machine was seen being installed.</param>
internal sealed record WipeFacts(bool Installing);
