namespace Kontor.Contabo.Http;

/// <summary>One call that waits for its turn. It goes on where its turn is given, on that thread.</summary>
internal sealed class BudgetTurn
{
    private readonly TaskCompletionSource _given = new();

    public BudgetTurn(bool isRead)
    {
        IsRead = isRead;
        Place = new LinkedListNode<BudgetTurn>(this);
    }

    public bool IsRead { get; }

    public LinkedListNode<BudgetTurn> Place { get; }

    public Task Given => _given.Task;

    public void Give() => _given.TrySetResult();

    public void Cancel(CancellationToken cancellationToken) => _given.TrySetCanceled(cancellationToken);
}
