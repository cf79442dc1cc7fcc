namespace Kontor.Engine.Common;

/// <summary>Marks an exception after which this process must do nothing more: the fault simulation's sudden death.</summary>
public interface IStopTheProcess;
