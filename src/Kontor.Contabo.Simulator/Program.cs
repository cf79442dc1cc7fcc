using System.CommandLine;
using Kontor.Contabo.Simulator.Hosting;

// Signals belong to the web host, which stops cleanly; the command line would cut it short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await SimulatorCommand.Create().Parse(args).InvokeAsync(configuration);
