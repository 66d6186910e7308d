package beamish.expression.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers between the heap and ND4J's memory, in row-major order. */
public final class Floats {

  private Floats() {}

  /** Copies {@code array} into {@code into}, which holds at least as many numbers. */
  public static float[] read(INDArray array, float[] into) {
    INDArray plain = isPlain(array) ? array : array.dup('c');
    FloatPointer p = new FloatPointer(plain.data().addressPointer());
    p.capacity(plain.length()).get(into, 0, (int) plain.length());
    return into;
  }

  /** The numbers of {@code array} on the heap. */
  public static float[] read(INDArray array) {
    return read(array, new float[(int) array.length()]);
  }

  /** An array's axis lengths, outermost first. */
  public static int[] axes(INDArray array) {
    long[] shape = array.shape();
    int[] axes = new int[shape.length];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = (int) shape[i];
    }
    return axes;
  }

  /** Overwrites a fresh row-major {@code array}. */
  public static INDArray write(float[] from, INDArray array) {
    if (!isPlain(array)) {
      throw new IllegalArgumentException("not a row-major array of its own");
    }
    FloatPointer p = new FloatPointer(array.data().addressPointer());
    p.capacity(array.length()).put(from, 0, (int) array.length());
    return array;
  }

  /** A new array with these numbers. */
  public static INDArray array(float[] from, long... shape) {
    return write(from, Nd4j.createUninitialized(DataType.FLOAT, shape, 'c'));
  }

  private static boolean isPlain(INDArray array) {
    return array.ordering() == 'c' && isDense(array);
  }

  private static boolean isDense(INDArray array) {
    long expected = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) != 1 && array.stride(axis) != expected) {
        return false;
      }
      expected *= array.size(axis);
    }
    return true;
  }
}
