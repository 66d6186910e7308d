package beamish.edit;

import beamish.expression.SmileParts;

/** Smiles to choose from. */
public enum SmilePreset {
  /** Lips closed, corners a little up. */
  HINT(.45, new SmileParts(1, 0, 0)),
  /** A smile as for somebody one likes. */
  FRIENDLY(.8, SmileParts.NEUTRAL),
  /** All of it, eyes and cheeks included. */
  LAUGH(1.4, new SmileParts(1.25, 1, 0)),
  /** No smile, or less of one's own. */
  CALM(-.8, SmileParts.NEUTRAL);

  private final FaceSmile smile;

  SmilePreset(double strength, SmileParts parts) {
    smile = new FaceSmile(strength, parts);
  }

  /** What it gives a face. */
  public FaceSmile smile() {
    return smile;
  }
}
