package beamish.ui.teach;

import beamish.training.lesson.LessonStore;
import java.nio.file.Path;
import java.util.List;

/**
 * What teaching a face needs besides the studio.
 *
 * @param lessons where lessons are kept
 * @param others photos of faces that a training for few people rehearses
 */
public record Teaching(LessonStore lessons, List<Path> others) {

  /** Forgets the lessons, and rehearses nobody. */
  public static Teaching ofThisRun() {
    return new Teaching(LessonStore.ofThisRun(), List.of());
  }
}
