using Xunit.Sdk;
using Xunit.v3;

// Each test starts three processes: side by side they would only take each other's time.
[assembly: Parallelization(Mode = ParallelMode.None)]
