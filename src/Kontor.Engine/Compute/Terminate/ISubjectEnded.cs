using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Something that ends together with what was sold: links to secrets, keys, whatever a customer could still use.</summary>
public interface ISubjectEnded
{
    /// <summary>Ends it, in the transaction that locks the subject's machine; nothing is sent to anybody here.</summary>
    Task EndAsync(UnitOfWork unit, EndedSubject ended);
}

/// <summary>What is locked.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it.</param>
/// <param name="Resource">The machine; null when there is none yet.</param>
/// <param name="Actor">Who wished it.</param>
public sealed record EndedSubject(Subject Subject, int Generation, Resource? Resource, Actor Actor);
