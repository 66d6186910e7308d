package beamish.edit;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.expression.ModelStore;
import beamish.face.FaceFinder;
import beamish.face.Likeness;
import beamish.job.Lanes;
import beamish.job.Problem;
import java.util.function.Supplier;

/**
 * What the window and the command line work with, put together by the application.
 *
 * @param reader used on the io lane
 * @param writer used on the io lane
 * @param finders opens a face finder, on the model lane, for the caller to close there
 * @param likenesses opens a measure that tells people apart, on the model lane, for the caller to
 *     close there
 * @param models the expression models on this machine; they are opened on the model lane
 * @param lanes stay the application's to close
 */
public record Studio(
    PhotoReader reader,
    PhotoWriter writer,
    Supplier<FaceFinder> finders,
    Supplier<Likeness> likenesses,
    ModelStore models,
    Lanes lanes) {

  /** A studio that cannot tell people apart. */
  public Studio(
      PhotoReader reader,
      PhotoWriter writer,
      Supplier<FaceFinder> finders,
      ModelStore models,
      Lanes lanes) {
    this(reader, writer, finders, Studio::none, models, lanes);
  }

  private static Likeness none() {
    throw new Problem("nothing here tells people apart: install the program anew");
  }
}
