package org.nd4j.nativeblas;

/**
 * Stands where DL4J 1.0.0-M2.1 looks for ND4J's CPU binding, and answers its one question.
 *
 * <p>ND4J moved this class to {@code org.nd4j.linalg.cpu.nativecpu.bindings} and renamed {@code
 * isUseMKLDNN} to {@code isUseONEDNN}; DL4J's {@code BaseMKLDNNHelper} still asks for the old names
 * by reflection and, finding nothing, quietly runs every convolution without oneDNN, ten times
 * slower. Only the CPU backend is asked, so the binding is always there when this is called.
 */
public final class Nd4jCpu {

  private Nd4jCpu() {}

  /** The two methods that DL4J calls by name. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    /** The only one. */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether ND4J's CPU binding was built with oneDNN and uses it. */
    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
