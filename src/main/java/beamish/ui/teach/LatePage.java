package beamish.ui.teach;

import beamish.ui.text.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page that is made when somebody first comes to it: all of them at once would hold the window
 * up.
 */
final class LatePage {
  private final String title;
  private final Supplier<TeachPage> maker;
  private @Nullable TeachPage page;

  /**
   * A page to be made.
   *
   * @param key of its title
   */
  LatePage(String key, Supplier<TeachPage> maker) {
    this.title = Messages.text(key);
    this.maker = maker;
  }

  /** Its name, for the list of pages. */
  String title() {
    return title;
  }

  /** The page. */
  TeachPage get() {
    TeachPage made = page;
    if (made == null) {
      made = maker.get();
      page = made;
    }
    return made;
  }

  /** The page, if it was ever shown. */
  Optional<TeachPage> made() {
    return Optional.ofNullable(page);
  }
}
