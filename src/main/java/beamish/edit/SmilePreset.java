package beamish.edit;

import beamish.expression.SmileParts;

/** Smiles to choose from. */
public enum SmilePreset {
  /** Lips closed, corners a little up. */
  HINT(.45, 1, 0),
  /** A smile as for somebody one likes. */
  FRIENDLY(.8, 1, 1),
  /** All of it, eyes and cheeks included. */
  LAUGH(1.4, 1.25, 1),
  /** No smile, or less of one's own. */
  CALM(-.8, 1, 1);

  private final double strength;
  private final double eyes;
  private final double teeth;

  SmilePreset(double strength, double eyes, double teeth) {
    this.strength = strength;
    this.eyes = eyes;
    this.teeth = teeth;
  }

  /** What it gives a face. */
  public FaceSmile smile() {
    return new FaceSmile(strength, new SmileParts(eyes, teeth, 0));
  }
}
