package beamish.ui.teach;

import beamish.training.lesson.Lesson;
import java.util.function.UnaryOperator;

/** Where a page's parts bring their changes to the lesson. */
@FunctionalInterface
interface LessonEdit {

  /** Changes the lesson and shows it anew. */
  void apply(UnaryOperator<Lesson> change);
}
