using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What people do in the provider's panel behind our back.</summary>
internal static class Meddling
{
    /// <summary>Renames every machine, which drops the marker.</summary>
    public static void Rename(SimWorld world)
    {
        foreach (var instance in world.Cloud.Instances.Where(instance => instance.DisplayName != Stranger.Name))
        {
            world.Cloud.Panel.Rename(instance.InstanceId, $"renamed {instance.InstanceId}");
        }

        world.SweepNow();
    }
}
