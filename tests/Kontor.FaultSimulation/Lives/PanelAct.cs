namespace Kontor.FaultSimulation.Lives;

/// <summary>What people do in the provider's panel behind our back.</summary>
internal enum PanelAct
{
    /// <summary>Every machine gets another name, which drops the marker.</summary>
    Rename,

    /// <summary>Every machine is switched off.</summary>
    Stop,

    /// <summary>Every machine is switched off and on again.</summary>
    StopAndStart,

    /// <summary>Every machine is installed anew.</summary>
    Reinstall,

    /// <summary>Every contract is ended.</summary>
    Cancel,

    /// <summary>The provider suspends every machine.</summary>
    Suspend,

    /// <summary>The provider takes every machine away.</summary>
    Delete,
}
