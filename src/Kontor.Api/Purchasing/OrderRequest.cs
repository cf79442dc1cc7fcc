namespace Kontor.Api.Purchasing;

/// <summary>An order for one instance. What decides about money has no default: an order never buys what nobody wrote.</summary>
public sealed record OrderRequest
{
    /// <summary>Gets what is sold.</summary>
    public required SubjectRequest Subject { get; init; }

    /// <summary>Gets or sets which machine of the subject this is.</summary>
    /// <value>Default 1; a higher one must have been opened.</value>
    public int Generation { get; set; } = 1;

    /// <summary>Gets the plan by its id in the catalogue, such as <c>V153</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the region by its slug, such as <c>EU</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the image by its id.</summary>
    public required string Image { get; init; }

    /// <summary>Gets how many months one term lasts.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Gets or sets the readable part of the display name: at most 200 letters, digits, blanks and <c>-</c>.</summary>
    /// <value>Default empty.</value>
    public string Label { get; set; } = "";

    /// <summary>Gets or sets <c>admin</c>, <c>root</c> or <c>administrator</c>.</summary>
    /// <value>Default <c>admin</c>.</value>
    public string DefaultUser { get; set; } = "admin";

    /// <summary>Gets or sets up to 10 public SSH keys that open the machine, each the one line of its <c>.pub</c> file; for Linux images.</summary>
    /// <value>Default null: none.</value>
    public IReadOnlyList<string>? SshKeys { get; set; }

    /// <summary>Gets or sets the Contabo account to buy on, by its name in the settings.</summary>
    /// <value>Default null: the first account.</value>
    public string? Account { get; set; }

    /// <summary>Gets or sets what the customer pays.</summary>
    /// <value>Default null: not known.</value>
    public SoldPrice? Sold { get; set; }

    /// <summary>Gets or sets whether a refused order may be sealed anew with what differs.</summary>
    /// <value>Default false.</value>
    public bool Amend { get; set; }
}
