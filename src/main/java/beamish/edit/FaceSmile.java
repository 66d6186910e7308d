package beamish.edit;

import beamish.expression.SmileParts;

/**
 * One face's smile.
 *
 * @param strength −1 (calm) … 0 (as photographed, whatever the parts) … 1.5
 * @param parts how its parts are shown
 */
public record FaceSmile(double strength, SmileParts parts) {}
