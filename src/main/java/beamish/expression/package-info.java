/**
 * Latent codes, edits, expression models and the model store. Networks only in the dl4j
 * sub-package.
 */
@NullMarked
package beamish.expression;

import org.jspecify.annotations.NullMarked;
