namespace Battery.Core.Estimation;

/// <summary>The width of the 80 % interval: the estimate is divided by 1 + down and multiplied by 1 + up.</summary>
/// <param name="Down">The distance downwards where the rate does not vary.</param>
/// <param name="Up">The distance upwards where the rate does not vary.</param>
/// <param name="DownPerVariation">What the relative variation of the rate adds downwards.</param>
/// <param name="UpPerVariation">What the relative variation of the rate adds upwards.</param>
/// <param name="MostVariation">Variation beyond this adds nothing.</param>
/// <param name="AssumedVariation">The variation that is assumed at the beginning.</param>
/// <param name="AssumedBlocks">How many quarters of an hour the assumption counts as.</param>
internal sealed record IntervalParameters(
    double Down, double Up, double DownPerVariation, double UpPerVariation, double MostVariation, double AssumedVariation, double AssumedBlocks);
