package beamish.cli;

import beamish.edit.FaceSmile;
import beamish.expression.SmileParts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The smile that a command gives faces, and how its parts are shown. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SmileOptions {
  private static final double MIN = -1;
  private static final double MAX = 1.5;

  @Option(
      names = "--smile",
      paramLabel = "S",
      required = true,
      description = "-1 (calm) ... 0 (as it is) ... 1 (a clear smile) ... 1.5.")
  private double smile;

  @Option(
      names = "--eyes",
      paramLabel = "E",
      defaultValue = "1",
      description = "How much eyes and cheeks smile along: 0 (not at all) ... 1 ... 1.5.")
  private double eyes;

  @Option(
      names = "--teeth",
      paramLabel = "T",
      defaultValue = "1",
      description = "How far the lips part over teeth: 0 (closed) ... 1.")
  private double teeth;

  @Option(
      names = "--symmetry",
      paramLabel = "Y",
      defaultValue = "0",
      description = "How evenly both sides smile: 0 (as made) ... 1 (the same).")
  private double symmetry;

  /**
   * The smile.
   *
   * @throws ParameterException if a number lies off its scale
   */
  FaceSmile checked(CommandSpec spec) {
    check("--smile", smile, MIN, MAX, spec);
    check("--eyes", eyes, 0, SmileParts.MOST_EYES, spec);
    check("--teeth", teeth, 0, 1, spec);
    check("--symmetry", symmetry, 0, 1, spec);
    return new FaceSmile(smile, new SmileParts(eyes, teeth, symmetry));
  }

  private static void check(
      String option, double value, double least, double most, CommandSpec spec) {
    if (!(value >= least && value <= most)) {
      throw new ParameterException(
          spec.commandLine(),
          option + " " + value + ": must lie between " + plain(least) + " and " + plain(most));
    }
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }
}
