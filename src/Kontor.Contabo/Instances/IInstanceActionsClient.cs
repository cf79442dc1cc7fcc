namespace Kontor.Contabo.Instances;

/// <summary>
/// Power, rescue and password of an instance. Every action is attempted once and answered when it is accepted; its effect
/// follows, and shows in the state of the instance only.
/// </summary>
public interface IInstanceActionsClient
{
    /// <summary>Switches the power on; an instance that runs stays as it is.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("start")]
    Task<TriggeredAction> StartAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Switches the power off without asking the guest, which may lose data; an instance that is off stays as it is.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("stop")]
    Task<TriggeredAction> StopAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Switches the power off and on, without asking the guest.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("restart")]
    Task<TriggeredAction> RestartAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Presses the power button. The guest may take its time or not obey at all, so wait with a deadline.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("shutdown")]
    Task<TriggeredAction> ShutdownAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Boots the Linux rescue system in place of the installed one, until the next restart.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("rescue")]
    Task<TriggeredAction> RescueAsync(
        long instanceId, RescueInstanceRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Sets the password or the SSH keys of the default user; not on Windows.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("resetPasswordAction")]
    Task<TriggeredAction> ResetPasswordAsync(
        long instanceId, ResetPasswordRequest request, RequestId requestId, CancellationToken cancellationToken);
}
