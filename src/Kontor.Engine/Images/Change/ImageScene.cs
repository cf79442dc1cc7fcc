using Kontor.Engine.Operations;
using LinqToDB.Data;

namespace Kontor.Engine.Images.Change;

/// <summary>An operation, the image it changes, and what was asked.</summary>
public sealed record ImageScene(Operation Operation, CustomImage Image, ImageWish Wish)
{
    /// <summary>What belongs to an operation.</summary>
    internal static async Task<ImageScene> ReadAsync(DataConnection db, Operation operation)
    {
        var wish = await ImageWishes.GetAsync(db, operation.Id);
        return new ImageScene(operation, (await ImageStore.FindAsync(db, wish.ImageId))!, wish);
    }
}
