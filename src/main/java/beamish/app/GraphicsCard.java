package beamish.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/**
 * The first NVIDIA card, asked through the driver itself: cheap, and possible before ND4J loads
 * half a gigabyte of CUDA.
 *
 * @param isUsable whether ND4J's CUDA 11.6 build has code for it
 * @param text what there is or why it cannot be used, and the remedy; one line
 */
record GraphicsCard(boolean isUsable, String text) {
  private static final String DRIVER = "libcuda.so.1";
  private static final int NAME_BYTES = 256;

  // CUdevice_attribute in cuda.h
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;

  // nd4j-cuda-11.6 holds machine code for sm_37 ... sm_86 and no PTX; 8.x runs 8.6's
  private static final int LEAST = 37;
  private static final int MOST = 89;

  /** Asks the driver; never throws for what is missing. */
  static GraphicsCard look() {
    try (Arena arena = Arena.ofConfined()) {
      return new Driver(SymbolLookup.libraryLookup(DRIVER, arena), arena).firstCard();
    } catch (IllegalArgumentException noDriver) {
      return new GraphicsCard(
          false, "no NVIDIA driver (" + DRIVER + " is not installed); working on the CPU");
    } catch (Throwable e) {
      return new GraphicsCard(false, "the NVIDIA driver failed (" + e + "); working on the CPU");
    }
  }

  /** Judges a card by its compute capability. */
  static GraphicsCard judge(String name, int major, int minor) {
    int capability = 10 * major + minor;
    String what = name + ", compute capability " + major + "." + minor;
    if (capability >= LEAST && capability <= MOST) {
      return new GraphicsCard(true, what);
    }
    return new GraphicsCard(false, what + ": CUDA 11.6 serves 3.7 to 8.9 only; working on the CPU");
  }

  /** The few calls of the driver's C interface that this takes. */
  private record Driver(SymbolLookup library, Arena arena) {

    GraphicsCard firstCard() throws Throwable {
      MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
      if (call("cuInit", 0) != 0 || call("cuDeviceGetCount", number) != 0) {
        return new GraphicsCard(false, "no NVIDIA card answers its driver; working on the CPU");
      }
      if (number.get(ValueLayout.JAVA_INT, 0) == 0) {
        return new GraphicsCard(false, "no NVIDIA card; working on the CPU");
      }
      call("cuDeviceGet", number, 0);
      int device = number.get(ValueLayout.JAVA_INT, 0);
      MemorySegment name = arena.allocate(NAME_BYTES);
      call("cuDeviceGetName", name, NAME_BYTES, device);
      return judge(
          name.getString(0),
          attribute(number, CAPABILITY_MAJOR, device),
          attribute(number, CAPABILITY_MINOR, device));
    }

    private int attribute(MemorySegment number, int which, int device) throws Throwable {
      call("cuDeviceGetAttribute", number, which, device);
      return number.get(ValueLayout.JAVA_INT, 0);
    }

    /** Calls a function of int and pointer arguments that returns a CUresult, 0 for success. */
    private int call(String function, Object... arguments) throws Throwable {
      ValueLayout[] layouts = new ValueLayout[arguments.length];
      for (int i = 0; i < layouts.length; i++) {
        layouts[i] = arguments[i] instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS;
      }
      return (int)
          Linker.nativeLinker()
              .downcallHandle(
                  library.find(function).orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts))
              .invokeWithArguments(arguments);
    }
  }
}
