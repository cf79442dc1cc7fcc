using Kontor.Engine.Common;

namespace Kontor.FaultSimulation.World;

/// <summary>The process is dead: nothing it still tries has any effect.</summary>
internal sealed class NodeDied() : Exception("the process was killed"), IStopTheProcess;
