namespace Battery.Core.Tests.Linux.Live;

/// <summary>Tests that look at the descriptors of the whole process: nothing else runs beside them.</summary>
[CollectionDefinition("Serial", DisableParallelization = true)]
public static class SerialTests;
