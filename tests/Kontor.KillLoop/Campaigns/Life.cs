using Kontor.Api;
using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Programs;
using Kontor.KillLoop.Selling;

namespace Kontor.KillLoop.Campaigns;

/// <summary>One process of Kontor while it lives, with what shop and staff want of it.</summary>
internal sealed class Life(KontorProcess process, Uri address, string apiKey, CloudControl cloud, Shop shop, Operator staff) : IDisposable
{
    /// <summary>How long after a broken connection the process must be seen to be dead.</summary>
    private static readonly TimeSpan DyingTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);
    private const int StaffLooksEvery = 5;
    private static readonly string[] UnderWay = ["pending", "running", "needs_attention"];
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = address };

    public KontorClient Kontor => field ??= new KontorClient(_http, apiKey);

    /// <summary>Arranges something, then keeps sending and deciding until the process is dead, the patience over, or it is enough.</summary>
    /// <returns>What went wrong other than a death.</returns>
    public async Task<IReadOnlyCollection<string>> LiveAsync(Func<Life, Task> arrange, TimeSpan patience, Func<Task<bool>> isEnough)
    {
        try
        {
            await arrange(this);
            await WorkAsync(patience, isEnough);
            return [];
        }
        catch (KontorApiException refused)
        {
            return [$"Kontor refused what it must take: {refused.Code} {refused.Detail}"];
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // Its death cuts connections. What was under way is sent again, to the next process.
            return await HasDiedAsync() ? [] : [$"the connection broke while the process lived: {broken.Message}"];
        }
    }

    /// <summary>Brings about what a checkpoint needs.</summary>
    public Task ArrangeAsync(Situations situations, string fact) => situations.ArrangeAsync(fact, Kontor, _http, CancellationToken.None);

    /// <summary>Whether nothing is under way, waits for a person, or is to be sent again.</summary>
    public async Task<bool> IsAtRestAsync()
    {
        if (shop.IsWaiting || await staff.ResendAsync(Kontor, CancellationToken.None))
        {
            return false;
        }

        foreach (var status in UnderWay)
        {
            if (await Kontor.Operations.ListAsync(status, null, CancellationToken.None).AnyAsync())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the cloud has a call that it will not answer.</summary>
    public async Task<bool> HasFiredAsync(ProvokedCall call, int before) => await cloud.FiredAsync(call.Operation, call.Misbehaviour) > before;

    public void Dispose() => _http.Dispose();

    private async Task WorkAsync(TimeSpan patience, Func<Task<bool>> isEnough)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        for (var round = 0; !process.HasEnded && TimeProvider.System.GetElapsedTime(startedAt) < patience; round++)
        {
            await shop.SendAsync(Kontor, CancellationToken.None);
            if (round % StaffLooksEvery == 0)
            {
                await staff.DecideAsync(Kontor, CancellationToken.None);
            }

            if (await isEnough())
            {
                return;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<bool> HasDiedAsync()
    {
        await Task.WhenAny(process.Ended, Task.Delay(DyingTime, TimeProvider.System));
        return process.HasEnded;
    }
}
