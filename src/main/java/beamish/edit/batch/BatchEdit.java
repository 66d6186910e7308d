package beamish.edit.batch;

import beamish.edit.EditHistory;
import beamish.edit.FaceSmile;
import beamish.edit.OpenPhoto;
import beamish.edit.SmileSettings;
import beamish.edit.project.Sidecar;
import beamish.edit.project.Sidecars;
import beamish.job.Problem;
import beamish.job.Words;
import java.nio.file.Path;
import java.util.TreeMap;

/** Which edit a batch gives each photo. */
public interface BatchEdit {

  /**
   * The edit for a photo. Reads files, so not on the model lane.
   *
   * @throws Problem if it cannot be told
   */
  OfPhoto of(Path photo);

  /** One photo's edit. */
  interface OfPhoto {
    /** What {strength} in a name means. */
    double strength();

    /** The whole of it as a text; equal edits have the same in every run. */
    String recipe();

    /**
     * What to render once the photo's faces are known. On the model lane.
     *
     * @throws Problem if the edit does not fit the faces
     */
    Chosen choose(OpenPhoto open);
  }

  /**
   * What to render.
   *
   * @param photo with its faces where they belong
   */
  record Chosen(OpenPhoto photo, SmileSettings settings) {}

  /** The same smile for every face of every photo. */
  static BatchEdit same(FaceSmile smile) {
    OfPhoto every =
        new OfPhoto() {
          @Override
          public double strength() {
            return smile.strength();
          }

          @Override
          public String recipe() {
            return smile.strength() + (smile.parts().areNeutral() ? "" : " " + smile.parts());
          }

          @Override
          public Chosen choose(OpenPhoto open) {
            return new Chosen(open, SmileSettings.all(open.numbers(), smile));
          }
        };
    return photo -> every;
  }

  /** For each photo the edit that is kept with it, as it stands. */
  static BatchEdit kept(Sidecars sidecars) {
    return photo -> new Kept(photo, sidecars.open(photo));
  }

  /** An edit from a sidecar. */
  record Kept(Path photo, Sidecar sidecar) implements OfPhoto {
    @Override
    public double strength() {
      return sidecar.history().present().strongest();
    }

    @Override
    public String recipe() {
      // sorted, since the edit's own maps are in no order that lasts
      EditHistory history = sidecar.history();
      SmileSettings present = history.present();
      return new TreeMap<>(present.strengths())
          + (present.parts().isEmpty() ? " " : " " + new TreeMap<>(present.parts()) + " ")
          + new TreeMap<>(history.places().landmarks());
    }

    @Override
    public Chosen choose(OpenPhoto open) {
      Sidecar.Restored restored = sidecar.restore(open.found());
      return switch (restored.finding()) {
        case EDIT ->
            new Chosen(open.placed(restored.history().places()), restored.history().present());
        case FACES_LOST ->
            throw new Problem(
                Words.of(
                    "batch.facesLost",
                    "{0}: faces that were edited are not found any more; open it and edit it anew",
                    photo));
        case NOTHING, DAMAGED, NEWER, OTHER_PHOTO ->
            throw new Problem(
                Words.of(
                    "batch.noEdit",
                    "{0}: its edit cannot be used; open it and edit it anew",
                    photo));
      };
    }
  }
}
