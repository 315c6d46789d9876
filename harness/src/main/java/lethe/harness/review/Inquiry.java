package lethe.harness.review;

import java.util.List;
import lethe.harness.change.GoldenChange;

/** What a reviewer may ask beyond the goldens. */
public interface Inquiry {
  /** What keeps or kept the code of a golden's case, under its policy: lines of text. */
  List<String> why(GoldenChange change);

  /** Opens the case in the user's editor, or tells where it is: a line of text, when that is done. */
  String open(GoldenChange change);
}
