package beamish.app;

import beamish.expression.dl4j.CpuOnly;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What must be in place before the first native library loads. The start script sees to it too; a
 * JVM started in any other way gets it here, by the C library itself, because Java cannot change
 * the environment that native code reads.
 */
final class NativeEnvironment {
  /**
   * With {@code passive}, OpenMP threads sleep while they wait; spinning, as they do by default,
   * they make a network ten times slower as soon as another process wants a core.
   */
  static final String WAIT_POLICY = "OMP_WAIT_POLICY";

  /** {@code true}, DL4J's default, keeps its convolutions away from oneDNN. */
  static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

  private NativeEnvironment() {}

  /**
   * Sets what is missing; leaves alone what the user has set.
   *
   * @return why a build for CUDA will work on the CPU instead, where that is so
   */
  static Optional<String> prepare() {
    // Java's own view first: the way to C's takes a tenth of a second of a start
    if (System.getenv(WAIT_POLICY) == null && variable(WAIT_POLICY).isEmpty()) {
      setVariable(WAIT_POLICY, "passive");
    }
    if (System.getProperty(HELPERS_DISABLED) == null) {
      System.setProperty(HELPERS_DISABLED, "false");
    }
    if (!isCudaBuild()) {
      return Optional.empty();
    }
    GraphicsCard card = GraphicsCard.look();
    if (card.isUsable()) {
      return Optional.empty();
    }
    CpuOnly.choose();
    return Optional.of(card.text());
  }

  /** Whether ND4J's CUDA backend is on the class path ({@code mvn -Pcuda}). */
  static boolean isCudaBuild() {
    ClassLoader loader = NativeEnvironment.class.getClassLoader();
    return loader.getResource("org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
  }

  /** What native code sees of an environment variable, which {@link System#getenv} need not. */
  static Optional<String> variable(String name) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> getenv = linker.defaultLookup().find("getenv");
    if (getenv.isEmpty()) {
      return Optional.ofNullable(System.getenv(name));
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value =
          (MemorySegment)
              linker
                  .downcallHandle(
                      getenv.get(), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(arena.allocateFrom(name));
      return value.address() == 0
          ? Optional.empty()
          : Optional.of(value.reinterpret(Long.MAX_VALUE).getString(0));
    } catch (Throwable e) {
      throw new IllegalStateException("getenv", e);
    }
  }

  /** Sets a variable for native code of this process; does nothing where C has no setenv. */
  static void setVariable(String name, String value) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup c = linker.defaultLookup();
    if (c.find("setenv").isEmpty()) {
      return; // Windows: OpenMP there comes with its own policy
    }
    try (Arena arena = Arena.ofConfined()) {
      int result =
          (int)
              linker
                  .downcallHandle(
                      c.find("setenv").get(),
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_INT))
                  .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (result != 0) {
        throw new IllegalStateException("setenv " + name + " gave " + result);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv", e);
    }
  }
}
