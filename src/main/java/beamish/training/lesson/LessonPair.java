package beamish.training.lesson;

import java.nio.file.Path;

/**
 * Two photos to train on.
 *
 * @param neutral the calm face
 * @param smiling the same person smiling
 * @param group the person, or the shooting, that must not be split between training and validation
 */
public record LessonPair(Path neutral, Path smiling, String group) {}
