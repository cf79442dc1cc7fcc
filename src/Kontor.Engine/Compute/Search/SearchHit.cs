using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Search;

/// <summary>Something that a search found.</summary>
/// <param name="Kind"><c>instance</c>, <c>subject</c>, <c>order</c>, <c>operation</c>, or <c>address</c> for a time during which a machine had one.</param>
/// <param name="Id">Its id; of an address the machine's.</param>
/// <param name="Title">What a person recognises it by.</param>
/// <param name="Subject">The subject it belongs to.</param>
/// <param name="Resource">The machine it belongs to.</param>
/// <param name="From">Of an address, since when the machine had it and served the subject.</param>
/// <param name="To">Of an address, until when; null while it does.</param>
public sealed record SearchHit(
    string Kind, string Id, string Title, SubjectId? Subject = null, ResourceId? Resource = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
