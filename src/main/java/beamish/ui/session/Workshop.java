package beamish.ui.session;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.expression.ExpressionModel;
import beamish.face.FaceFinder;
import beamish.job.Lanes;
import java.util.function.Supplier;

/**
 * What the window works with, and no more.
 *
 * @param reader used on the io lane
 * @param writer used on the io lane
 * @param finders opens a face finder; on the model lane
 * @param models opens the expression model; on the model lane; throws {@link beamish.job.Problem}
 * @param lanes stay the caller's to close
 */
public record Workshop(
    PhotoReader reader,
    PhotoWriter writer,
    Supplier<FaceFinder> finders,
    Supplier<ExpressionModel> models,
    Lanes lanes) {}
