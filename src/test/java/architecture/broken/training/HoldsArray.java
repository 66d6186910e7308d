package architecture.broken.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J outside a dl4j package. */
public record HoldsArray(INDArray array) {}
