using Kontor.Engine.Common;

namespace Kontor.Server.Common;

/// <summary>A parameter of an endpoint that may turn out to be bad input; then the endpoint does not run.</summary>
internal interface IRefusable
{
    /// <summary>Gets what is wrong; null when nothing is.</summary>
    Problem? Refusal { get; }
}
