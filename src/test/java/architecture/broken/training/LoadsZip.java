package architecture.broken.training;

import org.deeplearning4j.util.ModelSerializer;

/** DL4J's own file format, which runs Java deserialisation. */
public final class LoadsZip {
  /** Never called. */
  public Class<?> loader() {
    return ModelSerializer.class;
  }
}
