namespace Battery.Core.Tests.Linux;

/// <summary>Tests that look at the descriptors of the whole process: nothing else runs beside them.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public static class RunsAlone;
