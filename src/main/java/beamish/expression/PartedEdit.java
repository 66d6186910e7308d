package beamish.expression;

import beamish.face.CropTemplate;
import beamish.face.Landmarks;
import beamish.face.MeanFace;

/** Shows eyes, cheeks and symmetry of a smile differently, on the fields that a model decodes. */
public final class PartedEdit {
  private static final Landmarks MEAN =
      MeanFace.fromEyes(CropTemplate.LEFT_EYE, CropTemplate.RIGHT_EYE);

  private PartedEdit() {}

  /**
   * Changes the fields of a {@code beamish-1} edit in place, before anything is rendered from them;
   * teeth are its mouth's affair. Neutral parts touch nothing.
   *
   * @param face in crop coordinates
   */
  public static void change(EditFields fields, Landmarks face, SmileParts parts) {
    change(
        new FacePlane(face, EditGeometry.FIELD),
        parts,
        fields.flow,
        fields.shading,
        fields.alpha,
        fields.colour);
  }

  /**
   * Eyes and symmetry of a finished edit of another model, whose fields are all of one size. Its
   * mouth is left as it is, and where exactly the face has its own is not known.
   *
   * @return {@code edit} itself where eyes and symmetry are neutral
   */
  static ExpressionEdit of(ExpressionEdit edit, SmileParts parts) {
    if (parts.eyes() == 1 && parts.symmetry() == 0) {
      return edit;
    }
    ExpressionEdit changed = edit.copyOfFields();
    change(
        new FacePlane(MEAN, edit.flow().width()),
        parts,
        changed.flow().data(),
        changed.shading().data(),
        changed.alpha().data(),
        changed.colour().data());
    return changed;
  }

  private static void change(
      FacePlane face,
      SmileParts parts,
      float[] flow,
      float[] shading,
      float[] alpha,
      float[] colour) {
    if (parts.symmetry() != 0) {
      face.evenFlow(flow, parts.symmetry());
      face.even(shading, parts.symmetry());
      face.evenPaint(alpha, colour, parts.symmetry());
    }
    if (parts.eyes() != 1) {
      face.scaleEyes(flow, parts.eyes());
      face.scaleEyes(shading, parts.eyes());
      face.scaleEyes(alpha, parts.eyes());
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = Math.min(1, alpha[i]);
      }
    }
  }
}
