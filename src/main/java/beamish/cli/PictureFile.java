package beamish.cli;

import beamish.codec.ExportSettings;
import beamish.codec.Photo;
import beamish.codec.PhotoFormat;
import beamish.codec.PhotoMetadata;
import beamish.edit.Studio;
import beamish.image.PixelImage;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes pictures that a command made itself, in the format that their name says. */
final class PictureFile {
  private static final double QUALITY = .92;

  private PictureFile() {}

  /** The format of a file to be; a usage error where its name says none. */
  static PhotoFormat format(Path file, CommandSpec spec) {
    return PhotoFormat.ofFileName(file)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    file + ": name it .png or .jpg, so that its format is clear"));
  }

  static void write(Studio studio, PixelImage picture, Path file, PhotoFormat format) {
    studio
        .writer()
        .write(
            new Photo(file, picture, PhotoMetadata.NONE),
            picture,
            file,
            new ExportSettings(format, QUALITY, true));
  }
}
