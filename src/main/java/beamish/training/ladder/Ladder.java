package beamish.training.ladder;

import beamish.job.Cancellation;
import beamish.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Trains rung after rung in the same budget and judges each, in a folder of its own. What is done
 * is not done again; what failed is told of, and costs the others nothing.
 *
 * @param rungs in the order of the table
 * @param out a folder a rung
 * @param minutes the budget of each
 * @param judgement judges them
 */
public record Ladder(List<Rung> rungs, Path out, double minutes, Judgement judgement) {

  /**
   * What came of it.
   *
   * @param figures of the rungs that are done, in order
   * @param trained the same rungs, ready to be opened
   * @param failed the others, and why
   */
  public record Climbed(
      List<RungFigures> figures, Map<Rung, Rung.Trained> trained, Map<Rung, String> failed) {}

  /**
   * Goes up.
   *
   * @throws CancellationException if asked to stop; all that was done lies in the folders
   */
  public Climbed run(Cancellation cancellation, Consumer<String> say) {
    List<RungFigures> figures = new ArrayList<>();
    Map<Rung, Rung.Trained> trained = new LinkedHashMap<>();
    Map<Rung, String> failed = new LinkedHashMap<>();
    for (Rung rung : rungs) {
      cancellation.check();
      try {
        say.accept(rung.name() + ": " + rung.what());
        Path folder = Files.createDirectories(out.resolve(rung.name()));
        // what is trained already returns at once
        Rung.Trained done = rung.climb().train(folder, minutes, cancellation, say);
        cancellation.check();
        RungFigures known = RungFigures.read(folder, minutes, done, judgement.names()).orElse(null);
        if (known == null) {
          say.accept(rung.name() + ": measuring");
          known = judgement.of(rung, done, minutes, cancellation);
          known.write(folder);
        }
        figures.add(known);
        trained.put(rung, done);
      } catch (CancellationException stop) {
        throw stop;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        if (!(e instanceof Problem)) {
          LoggerFactory.getLogger(Ladder.class).error(rung.name(), e);
        }
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        failed.put(rung, why);
        say.accept(rung.name() + ": failed: " + why);
      }
    }
    return new Climbed(figures, trained, failed);
  }
}
