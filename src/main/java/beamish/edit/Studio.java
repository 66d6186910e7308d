package beamish.edit;

import beamish.codec.*;
import beamish.expression.*;
import beamish.face.*;
import beamish.job.*;
import java.util.function.Supplier;

public record Studio(
    PhotoReader reader,
    PhotoWriter writer,
    Supplier<FaceFinder> finders,
    ModelStore models,
    Lanes lanes) {}
