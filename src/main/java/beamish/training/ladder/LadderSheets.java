package beamish.training.ladder;

import beamish.expression.ExpressionEdit;
import beamish.expression.dl4j.ImageModel;
import beamish.face.AlignedCrop;
import beamish.face.CropTemplate;
import beamish.face.DetectedFace;
import beamish.image.FloatImage;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.paste.PasteBack;
import beamish.training.ContactSheet;
import beamish.training.Evaluation.Picture;
import beamish.training.PairSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** The ladder in pictures: a column a rung, behind the untouched photo. On the model lane. */
public final class LadderSheets {
  /** The strengths shown of one face, a row each. */
  public static final List<Double> STRENGTHS = List.of(-1., .5, 1., 1.5);

  private static final int TILE_PX = 200;
  private static final int STEPS_BETWEEN = 7;

  private LadderSheets() {}

  /** A face in a photo. */
  public record Subject(PixelImage photo, DetectedFace face) {
    Similarity toCrop() {
      return CropTemplate.photoToCrop(face.landmarks());
    }

    Picture untouched() {
      return new Picture("", photo, toCrop());
    }
  }

  /** One face at several strengths, a row each. */
  public static PixelImage strengths(Subject subject, List<Rung.Trained> rungs) {
    List<List<Picture>> columns = new ArrayList<>();
    for (Rung.Trained rung : rungs) {
      try (Rung.Opened opened = rung.opener().open()) {
        columns.add(edits(opened, subject, STRENGTHS));
      }
    }
    ContactSheet sheet = new ContactSheet(rungs.size() + 1, TILE_PX);
    for (int row = 0; row < STRENGTHS.size(); row++) {
      sheet.add(subject.untouched());
      for (List<Picture> column : columns) {
        sheet.add(column.get(row));
      }
    }
    return sheet.picture();
  }

  /** People at strength 1, a row each, and their real smiles in the last column. */
  public static PixelImage people(
      List<PairSet.PhotoPair> people,
      PairSet set,
      List<Rung.Trained> rungs,
      Cancellation cancellation) {
    ContactSheet sheet = new ContactSheet(rungs.size() + 2, TILE_PX);
    List<Rung.Opened> opened = new ArrayList<>();
    try {
      rungs.forEach(r -> opened.add(r.opener().open()));
      for (PairSet.PhotoPair files : people) {
        cancellation.check();
        Optional<PairSet.Aligned> aligned = set.align(files, cancellation);
        aligned.ifPresent(
            pair -> {
              Subject subject = new Subject(pair.neutral(), pair.face());
              sheet.add(subject.untouched());
              opened.forEach(o -> sheet.add(edits(o, subject, List.of(1.)).get(0)));
              sheet.add(new Picture("", pair.smiling(), pair.smilingToCrop()));
            });
      }
    } finally {
      opened.forEach(Rung.Opened::close);
    }
    return sheet.picture();
  }

  private static List<Picture> edits(Rung.Opened opened, Subject subject, List<Double> strengths) {
    DoubleFunction<ExpressionEdit> edit = opened.source().read(subject.photo(), subject.face());
    List<Picture> pictures = new ArrayList<>();
    for (double strength : strengths) {
      PixelImage edited = PasteBack.edited(subject.photo(), subject.toCrop(), edit.apply(strength));
      pictures.add(new Picture("", edited, subject.toCrop()));
    }
    return pictures;
  }

  /**
   * From one face's code to another's, a row a rung whose networks have one: what is painted
   * between two people.
   *
   * @param names receives the rows' rungs
   */
  public static PixelImage between(
      Subject a, Subject b, Map<Rung, Rung.Trained> rungs, List<String> names) {
    ContactSheet sheet = new ContactSheet(STEPS_BETWEEN, TILE_PX);
    rungs.forEach(
        (rung, trained) -> {
          try (Rung.Opened opened = trained.opener().open()) {
            if (opened.closing() instanceof ImageModel model && model.hasCodes()) {
              names.add(rung.name());
              for (int i = 0; i < STEPS_BETWEEN; i++) {
                float share = i / (STEPS_BETWEEN - 1f);
                sheet.add(painted(model.between(crop(a, model), crop(b, model), share)));
              }
            }
          }
        });
    return sheet.picture();
  }

  private static FloatImage crop(Subject s, ImageModel model) {
    return AlignedCrop.square(s.photo(), s.toCrop(), model.cropSize());
  }

  /** A painted crop as a photo that fills its tile. */
  private static Picture painted(FloatImage crop) {
    int n = crop.width();
    byte[] rgb = new byte[3 * n * n];
    for (int i = 0; i < rgb.length; i++) {
      float v = crop.data()[i];
      rgb[i % (n * n) * 3 + i / (n * n)] = (byte) Math.round(255 * Math.min(1, Math.max(0, v)));
    }
    // the sheet shows a tenth more on every side
    double scale = 1.2 / n;
    return new Picture("", PixelImage.of8(n, n, 3, rgb), new Similarity(scale, 0, -.1, -.1));
  }
}
