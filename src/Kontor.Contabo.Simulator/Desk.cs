using System.Text.Json;
using Kontor.Contabo.Simulator.Contract;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator;

/// <summary>Carries out admitted calls, or does to them what a fault says.</summary>
internal sealed class Desk(World world, Action<string> revoke)
{
    private static readonly CloudReply Silence = new(CloudDelivery.Silence, null);
    private static readonly CloudReply Reset = new(CloudDelivery.Reset, null);

    public CloudReply Serve(OperationCall call, CloudRequest request)
    {
        var hit = call.NextFault(FaultCategory.Delivery);
        return Serve(call, request, hit) with { Fault = hit?.Misbehaviour, OperationId = call.Operation.OperationId };
    }

    private CloudReply Serve(OperationCall call, CloudRequest request, FaultHit? hit)
    {
        if (hit is { Misbehaviour: Misbehaviour.TimeoutThenLateEffect })
        {
            world.Agenda.Add(world.Now + (hit.Delay ?? world.Options.LateEffectAfter), new LateRequest(request, call.Account.ClientId));
            return Silence;
        }

        if (hit is { Misbehaviour: Misbehaviour.TokenExpiry })
        {
            revoke(Gate.Bearer(request)!);
            return Answer(Answers.Unauthorized());
        }

        return Before(hit, world.Options) ?? After(hit, Carry(call with { ListFault = hit?.Misbehaviour }));
    }

    /// <summary>Misbehaviour that comes before any effect; null when the call goes through.</summary>
    public static CloudReply? Before(FaultHit? hit, SimulatorOptions options) => hit?.Misbehaviour switch
    {
        Misbehaviour.TimeoutBeforeEffect => Silence,
        Misbehaviour.ResetBeforeEffect => Reset,
        Misbehaviour.ServerErrorBeforeEffect or Misbehaviour.FailedList => Answer(Answers.ServerError()),
        Misbehaviour.TooManyRequests => Answer(TooMany()),
        Misbehaviour.TooManyRequestsWithRetryAfter => Answer(TooMany() with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = $"{(int)(hit.Delay ?? options.RetryAfter).TotalSeconds}" },
        }),
        _ => null,
    };

    /// <summary>Misbehaviour after the effect: what happened happened, only the answer suffers.</summary>
    public static CloudReply After(FaultHit? hit, CloudResponse response) => hit?.Misbehaviour switch
    {
        Misbehaviour.TimeoutAfterEffect => Silence,
        Misbehaviour.ResetAfterEffect => Reset,
        Misbehaviour.ServerErrorAfterEffect => Answer(Answers.ServerError()),
        Misbehaviour.UnreadableSuccess when response.Status < 300 => Answer(Garbled(response)),
        _ => Answer(response),
    };

    public static CloudResponse Carry(OperationCall call)
    {
        if (!SimulatedOperations.All.TryGetValue(call.Operation.OperationId, out var handle))
        {
            return Answers.Refusal(501, $"The simulated cloud does not simulate {call.Operation.OperationId} yet.");
        }

        return Invalid(call) ?? handle(call);
    }

    private static CloudResponse? Invalid(OperationCall call)
    {
        if (call.Operation.Body is not { } rule)
        {
            return null;
        }

        if (call.Body.ValueKind != JsonValueKind.Object)
        {
            return Answers.Refusal(400, ["body must be an object"]);
        }

        var messages = BodyValidator.Check(rule, call.Body, call.World.Options.UnknownFieldsAreRefused);
        return messages.Count > 0 ? Answers.Refusal(400, messages) : null;
    }

    private static CloudReply Answer(CloudResponse response) => new(CloudDelivery.Answer, response);

    // Source: ISSUE cntb#24 names the gateway; its stock text.
    private static CloudResponse TooMany() => Answers.FromGateway(429, "API rate limit exceeded");

    private static CloudResponse Garbled(CloudResponse response) => response.Body.IsEmpty
        ? response with { Status = 200, ContentType = "text/html", Body = "<html><body>OK"u8.ToArray() }
        : response with { Body = response.Body[..(response.Body.Length / 2)] };
}
