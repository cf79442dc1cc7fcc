namespace Kontor.Api.Images;

/// <summary>The wish that an image be called or described otherwise; what is null stays, and one of them must be there.</summary>
public sealed record DescribeImageRequest
{
    /// <summary>Gets or sets the new name: 1 to 100 letters, digits, blanks, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    /// <value>Default null: as it is.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the new description, at most 255 characters; empty for none.</summary>
    /// <value>Default null: as it is.</value>
    public string? Description { get; set; }
}
