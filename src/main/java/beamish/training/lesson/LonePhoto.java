package beamish.training.lesson;

import java.nio.file.Path;

/**
 * A photo to learn from that has no counterpart.
 *
 * @param smiling whether the face smiles; else it is calm
 * @param group the pairs that it belongs to: kept out where they are
 */
public record LonePhoto(Path file, boolean smiling, String group) {}
