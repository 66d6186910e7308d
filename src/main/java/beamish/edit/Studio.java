package beamish.edit;

import beamish.codec.PhotoReader;
import beamish.codec.PhotoWriter;
import beamish.expression.ModelStore;
import beamish.face.FaceFinder;
import beamish.job.Lanes;
import java.util.function.Supplier;

/**
 * The parts that every use case is made of; put together once, by the composition root.
 *
 * @param reader any thread
 * @param writer any thread
 * @param finders makes a face finder; on the model lane, where it is used and closed too
 * @param models the models there are; opened, used and closed on the model lane
 * @param lanes the application's threads
 */
public record Studio(
    PhotoReader reader,
    PhotoWriter writer,
    Supplier<FaceFinder> finders,
    ModelStore models,
    Lanes lanes) {}
