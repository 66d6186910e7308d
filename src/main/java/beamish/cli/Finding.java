package beamish.cli;

/**
 * One line of {@code beamish doctor}.
 *
 * @param subject what was looked at, one or two words
 * @param good whether the application works as it should in this respect
 * @param text what was found and, where it is not good, the remedy; one line
 */
public record Finding(String subject, boolean good, String text) {}
