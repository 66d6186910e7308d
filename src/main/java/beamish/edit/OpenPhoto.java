package beamish.edit;

import beamish.codec.Photo;
import beamish.expression.ExpressionEdit;
import beamish.expression.ExpressionModel;
import beamish.face.DetectedFace;
import beamish.face.FaceFinder;
import beamish.face.Landmarks;
import beamish.image.AreaAverage;
import beamish.image.Box;
import beamish.image.PixelImage;
import beamish.image.Similarity;
import beamish.job.Cancellation;
import beamish.job.Progress;
import beamish.job.Words;
import beamish.paste.PasteBack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A photo being edited: its faces, each encoded once, and the renders that {@link SmileSettings}
 * give. A photo without faces is allowed; all its renders are the photo.
 *
 * <p>Every face has a number, from 0. Those that were found have theirs from left to right; one
 * that a hand adds has the next, and nobody's changes when another comes or goes.
 *
 * <p>{@link #open}, {@link #placed} and the renders run on the model lane only, because networks
 * are not thread-safe; the getters may be called anywhere. The pictures handed out are values:
 * nobody writes to them.
 */
public final class OpenPhoto {
  private final Photo photo;
  private final Preview largest;
  private final Preview preview;
  private final PhotoLevels levels;
  private final ExpressionModel model;
  private final List<DetectedFace> found;
  private final FacePlaces places;
  private final SortedMap<Integer, FaceEdits> edits;

  /**
   * The unedited photo, smaller.
   *
   * @param scale its pixels per photo pixel, at most 1
   */
  record Preview(PixelImage pixels, double scale) {
    Preview shrunkTo(double wanted) {
      return wanted >= scale
          ? this
          : new Preview(AreaAverage.shrinkBy(pixels, wanted / scale), wanted);
    }
  }

  private OpenPhoto(
      Photo photo,
      Preview largest,
      Preview preview,
      PhotoLevels levels,
      ExpressionModel model,
      List<DetectedFace> found,
      FacePlaces places,
      SortedMap<Integer, FaceEdits> edits) {
    this.photo = photo;
    this.largest = largest;
    this.preview = preview;
    this.model = model;
    this.found = found;
    this.places = places;
    this.levels = levels;
    this.edits = edits;
  }

  /**
   * Finds the faces of a photo and encodes each. On the model lane.
   *
   * @param finder used during this call only
   * @param model used by the renders too; stays the caller's to close
   * @param previewEdge longest edge of the preview, pixels; none is ever larger
   * @param cancellation asked between faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static OpenPhoto open(
      Photo photo,
      FaceFinder finder,
      ExpressionModel model,
      int previewEdge,
      Cancellation cancellation,
      Progress progress) {
    PixelImage pixels = photo.pixels();
    double scale = Math.min(1, (double) previewEdge / Math.max(pixels.width(), pixels.height()));
    // finding and reading faces leaves processors idle now and then
    CompletableFuture<PixelImage> shrunk =
        CompletableFuture.supplyAsync(() -> AreaAverage.shrinkBy(pixels, scale));
    progress.report(0, Words.of("step.finding", "Finding faces"));
    List<DetectedFace> found = finder.find(pixels, cancellation);
    SortedMap<Integer, FaceEdits> edits = new TreeMap<>();
    for (DetectedFace face : found) {
      cancellation.check();
      progress.report(
          .5 + .3 * edits.size() / found.size(),
          Words.of("step.face", "Reading face {0} of {1}", edits.size() + 1, found.size()));
      edits.put(edits.size(), new FaceEdits(pixels, face, model));
    }
    cancellation.check();
    progress.report(.8, Words.of("step.preview", "Preparing the preview"));
    Preview preview = new Preview(shrunk.join(), scale);
    progress.report(1, Words.of("step.ready", "Ready"));
    PhotoLevels levels = new PhotoLevels(pixels);
    return new OpenPhoto(
        photo, preview, preview, levels, model, List.copyOf(found), FacePlaces.NONE, edits);
  }

  /**
   * The same photo with faces where a hand has put them; those that are where they were are not
   * encoded again. On the model lane.
   *
   * @param wanted all that are not as they were found; landmarks that {@linkplain
   *     Landmarks#areUsable are usable}
   */
  public OpenPhoto placed(FacePlaces wanted) {
    if (wanted.equals(places)) {
      return this;
    }
    SortedMap<Integer, DetectedFace> faces = new TreeMap<>();
    for (int i = 0; i < found.size(); i++) {
      faces.put(i, found.get(i));
    }
    wanted
        .landmarks()
        .forEach(
            (number, there) ->
                faces.merge(number, DetectedFace.byHand(there), (own, hand) -> own.movedTo(there)));
    SortedMap<Integer, FaceEdits> next = new TreeMap<>();
    faces.forEach(
        (number, face) -> {
          FaceEdits known = edits.get(number);
          boolean same = known != null && known.face().landmarks().equals(face.landmarks());
          next.put(number, same ? known : new FaceEdits(photo.pixels(), face, model));
        });
    return new OpenPhoto(photo, largest, preview, levels, model, found, wanted, next);
  }

  /**
   * The same photo with a preview of another size, so that nothing is worked out that a view does
   * not show. On the model lane.
   *
   * @param scale preview pixels per photo pixel; no more than {@link #largestPreviewScale} counts
   */
  public OpenPhoto previewedAt(double scale) {
    double wanted = Math.min(scale, largest.scale);
    return wanted == preview.scale
        ? this
        : new OpenPhoto(
            photo, largest, largest.shrunkTo(wanted), levels, model, found, places, edits);
  }

  /** The photo as it was read. */
  public Photo photo() {
    return photo;
  }

  /**
   * Its faces, in pixels of {@link #photo()} and in the order of their numbers; where none was
   * added or taken away, a face's index is its number.
   */
  public List<DetectedFace> faces() {
    return edits.values().stream().map(FaceEdits::face).toList();
  }

  /** The numbers of its faces, by which {@link SmileSettings} know them, in order. */
  public List<Integer> numbers() {
    return List.copyOf(edits.keySet());
  }

  /** Whether there is a face of this number. */
  public boolean hasFace(int number) {
    return edits.containsKey(number);
  }

  /** The face of this number, which there is. */
  public DetectedFace face(int number) {
    return edits(number).face();
  }

  /** How much a face smiles in the photo itself, 0 … 1. */
  public double smileLevel(int face) {
    return edits(face).smileLevel();
  }

  private FaceEdits edits(int number) {
    return Objects.requireNonNull(edits.get(number), () -> "no face " + number);
  }

  /** The faces as the finder saw them, from left to right; their numbers are their indices. */
  public List<DetectedFace> found() {
    return found;
  }

  /** Where a hand has put faces. */
  public FacePlaces places() {
    return places;
  }

  /**
   * The unedited photo at preview size (area averaged); the photo's own pixels if it is no larger.
   */
  public PixelImage preview() {
    return preview.pixels;
  }

  /** Preview pixels per photo pixel, at most 1. */
  public double previewScale() {
    return preview.scale;
  }

  /** The greatest that {@link #previewScale} can be. */
  public double largestPreviewScale() {
    return largest.scale;
  }

  /** The preview as it was at first. */
  Preview largestPreview() {
    return largest;
  }

  /** The whole pixels of the photo that a face's strength may change; possibly none. */
  public Box editedArea(int face) {
    return edits(face).area(photo.pixels(), 1);
  }

  /** The same in pixels of {@link #preview()}. */
  public Box editedPreviewArea(int face) {
    return edits(face).area(preview.pixels, preview.scale);
  }

  /** Whether a part of the photo, in its pixels, looks the same with both settings. */
  public boolean looksSame(Box part, SmileSettings one, SmileSettings other) {
    return numbers().stream()
        .noneMatch(face -> !one.looksAs(other, face) && editedArea(face).overlap(part) > 0);
  }

  /**
   * Works ahead for one face's preview, a step of a network pass or two; once all steps are done
   * its previews need none. On the model lane.
   *
   * @return whether there is more to do
   */
  public boolean readAhead(int face) {
    FaceEdits known = edits.get(face);
    return known != null && known.readAhead();
  }

  /**
   * A slider's tick for nobody to see, of what is worked ahead for a face: what has not run often
   * Java has yet to compile, and a hand's first moves would take longer than the rest. The next
   * tick is as if it had not been. On the model lane.
   *
   * @param face with an {@link #editedPreviewArea} of at least one pixel
   * @param strength of the tick
   * @return that area
   */
  public PixelImage rehearse(int face, double strength) {
    SmileSettings settings = SmileSettings.NONE.with(face, strength);
    return renderPreview(settings, editedPreviewArea(face), FaceEdits::ahead, new Cancellation());
  }

  /**
   * The edit at preview size while a slider moves: blended between strengths worked out by {@link
   * #readAhead} where they are there, and along a part that moves. Differs from the exact edit at
   * the edges of lips and teeth. On the model lane.
   */
  public PixelImage renderPreview(SmileSettings settings) {
    return renderPreview(settings, wholePreview());
  }

  /**
   * The same on a part of the preview alone.
   *
   * @param part whole pixels of {@link #preview()}, at least one, all inside it
   */
  public PixelImage renderPreview(SmileSettings settings, Box part) {
    return renderPreview(settings, part, FaceEdits::nearly, new Cancellation());
  }

  /**
   * The edit at preview size as {@link #render} makes it at full size, which afterwards needs no
   * network pass. On the model lane.
   *
   * @param cancellation asked between faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public PixelImage renderExactPreview(SmileSettings settings, Cancellation cancellation) {
    return renderExactPreview(settings, wholePreview(), cancellation);
  }

  /**
   * The same on a part of the preview alone.
   *
   * @param part whole pixels of {@link #preview()}, at least one, all inside it
   */
  public PixelImage renderExactPreview(
      SmileSettings settings, Box part, Cancellation cancellation) {
    return renderPreview(settings, part, FaceEdits::at, cancellation);
  }

  /** All pixels of {@link #preview()}. */
  public Box wholePreview() {
    return new Box(0, 0, preview.pixels.width(), preview.pixels.height());
  }

  private PixelImage renderPreview(
      SmileSettings settings,
      Box part,
      BiFunction<FaceEdits, FaceSmile, ExpressionEdit> edit,
      Cancellation cancellation) {
    int x = (int) part.x();
    int y = (int) part.y();
    PixelImage own = preview.pixels.part(x, y, (int) part.width(), (int) part.height());
    return render(
        own,
        () -> own,
        (face, smile, target) ->
            PasteBack.applyToPart(
                preview.pixels,
                face.previewToCrop(preview.scale),
                edit.apply(face, smile),
                target,
                x,
                y),
        settings,
        cancellation,
        Progress.NONE);
  }

  /**
   * The edit at the photo's own size and depth; the photo's very pixels where nothing is changed.
   * On the model lane.
   *
   * @param cancellation asked between faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public PixelImage render(SmileSettings settings, Cancellation cancellation, Progress progress) {
    return render(
        photo.pixels(),
        photo.pixels()::copy,
        (face, smile, target) ->
            PasteBack.apply(photo.pixels(), face.photoToCrop(), face.at(smile), target),
        settings,
        cancellation,
        progress);
  }

  /**
   * A part of the photo, at its own size or a half, a quarter … of it, before and after.
   *
   * @param original as photographed
   * @param edited {@code original} itself where nothing is changed
   */
  public record Part(PixelImage original, PixelImage edited) {}

  /**
   * The edit on a part of the photo alone. On the model lane.
   *
   * @param level how often the photo is halved ({@link PhotoLevels#halved})
   * @param x left edge of the part, pixels of that level, and inside it like the rest
   */
  public Part renderPart(SmileSettings settings, int level, int x, int y, int width, int height) {
    PixelImage whole = levels.at(level);
    PixelImage original = whole.part(x, y, width, height);
    PixelImage edited =
        render(
            original,
            original::copy,
            (face, smile, target) ->
                PasteBack.applyToPart(
                    whole, face.previewToCrop(1.0 / (1 << level)), face.at(smile), target, x, y),
            touched(settings, whole, level, new Box(x, y, width, height)),
            new Cancellation(),
            Progress.NONE);
    return new Part(original, edited);
  }

  /** The strengths of the faces whose edits reach into a part of a level. */
  private SmileSettings touched(SmileSettings settings, PixelImage whole, int level, Box part) {
    return settings.only(
        number -> {
          FaceEdits face = edits.get(number);
          return face != null && face.area(whole, 1.0 / (1 << level)).overlap(part) > 0;
        });
  }

  /**
   * The edit on a part of the photo, or on the photo in another size. On the model lane.
   *
   * @param view what of the unedited photo is to be edited
   * @param viewToPhoto pixels of {@code view} to pixels of {@link #photo()}
   */
  PixelImage renderOn(PixelImage view, Similarity viewToPhoto, SmileSettings settings) {
    return render(
        view,
        view::copy,
        (face, smile, target) ->
            PasteBack.apply(view, viewToPhoto.then(face.photoToCrop()), face.once(smile), target),
        settings,
        new Cancellation(),
        Progress.NONE);
  }

  /** Writes one face's edit into a picture. */
  private interface Paste {
    void into(FaceEdits face, FaceSmile smile, PixelImage target);
  }

  /**
   * Edits a picture.
   *
   * @param copy of it, asked for once something is to be changed; itself, if it is nobody else's
   */
  private PixelImage render(
      PixelImage source,
      Supplier<PixelImage> copy,
      Paste paste,
      SmileSettings settings,
      Cancellation cancellation,
      Progress progress) {
    PixelImage target = source;
    int done = 0;
    for (Map.Entry<Integer, FaceEdits> face : edits.entrySet()) {
      cancellation.check();
      FaceSmile smile = settings.of(face.getKey());
      if (smile.strength() == 0) {
        continue;
      }
      progress.report(
          (double) done++ / edits.size(),
          Words.of("step.editing", "Editing face {0}", face.getKey() + 1));
      if (target == source) {
        target = copy.get();
      }
      paste.into(face.getValue(), smile, target);
    }
    cancellation.check();
    progress.report(1, Words.of("step.edited", "Edited"));
    return target;
  }
}
