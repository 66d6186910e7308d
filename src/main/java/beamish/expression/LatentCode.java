package beamish.expression;

/**
 * What an {@link ExpressionModel} has understood of one face: computed once a face, read at every
 * slider tick. Opaque to everybody but the model that made it.
 */
public interface LatentCode {}
