using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Battery.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
