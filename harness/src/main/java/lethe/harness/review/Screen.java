package lethe.harness.review;

import java.util.ArrayList;
import java.util.List;
import lethe.harness.change.DiffLine;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.RowKind;
import lethe.harness.change.Words;
import lethe.harness.review.ScreenLine.Kind;

/** Draws a review: the group in words, the rows of one golden, what happened last, the keys. A function of what it is given. */
final class Screen {
  /** The narrowest terminal on which two texts side by side can be read. */
  private static final int SPLIT_COLUMNS = 120;

  private static final int WORDS_LINES = 4;

  static final String KEYS = "a accept  A group  r reject  R group  s skip  w why  o open  ? help  q quit";

  static final List<String> HELP = List.of(
      "a  accept this golden            A  accept what is open of its group",
      "r  reject it                     R  reject what is open of its group",
      "s  skip it                       S  skip its group",
      "n  next golden                   p  previous golden",
      "down, up, space, b               scroll; left and right, where lines are long",
      "v  side by side, or one below the other",
      "d  whole texts, or differences only",
      "i  rows where only the numbers of objects differ count as differences, or not",
      "w  why code of this case was kept, or its last reference when it was freed",
      "o  open the case ($EDITOR; or tell where it is)",
      "q  quit: what was accepted is written, what was rejected is remembered",
      "",
      "-  approved, as it was           +  received, as it is now",
      "~  received; only names differ   |  between the two sides");

  private final Review review;
  private boolean isSplit;
  private boolean isSplitChosen;
  private int top;
  private int leftColumn;
  private List<String> page = List.of();
  private String message = "";

  Screen(Review review) {
    this.review = review;
  }

  /** Says what came of a key, until the next. */
  void say(String text) {
    message = text;
  }

  /** Shows a text in place of the rows, until it is shut. */
  void open(List<String> text) {
    page = List.copyOf(text);
    top = 0;
  }

  boolean isPageOpen() {
    return !page.isEmpty();
  }

  /** Shows the rows again, from their start. */
  void shut() {
    page = List.of();
    top = 0;
    leftColumn = 0;
  }

  void scroll(int lines) {
    top = Math.max(0, top + lines);
  }

  void scrollSideways(int columns) {
    leftColumn = Math.max(0, leftColumn + columns);
  }

  void toggleSplit(int columns) {
    isSplit = !isSplit(columns);
    isSplitChosen = true;
  }

  private boolean isSplit(int columns) {
    return isSplitChosen ? isSplit : columns >= SPLIT_COLUMNS;
  }

  /** Exactly so many lines, none wider than the columns. */
  List<ScreenLine> draw(int columns, int rows) {
    List<ScreenLine> head = head(columns);
    int room = Math.max(1, rows - head.size() - 2);
    List<ScreenLine> body = body(columns);
    top = Math.min(top, Math.max(0, body.size() - room));
    List<ScreenLine> lines = new ArrayList<>(head);
    lines.addAll(body.subList(top, Math.min(body.size(), top + room)));
    while (lines.size() < rows - 2) {
      lines.add(new ScreenLine(Kind.PLAIN, ""));
    }
    int below = body.size() - top - room;
    String more = below > 0 ? Words.count(below, "line") + " below (space)" : "";
    lines.add(new ScreenLine(Kind.MESSAGE, Words.fit(message.isEmpty() ? more : message, columns)));
    lines.add(new ScreenLine(Kind.KEYS, Words.fit(page.isEmpty() ? KEYS : "any key goes back; down, up, space scroll", columns)));
    return lines.subList(Math.max(0, lines.size() - rows), lines.size());
  }

  private List<ScreenLine> head(int columns) {
    List<ScreenLine> head = new ArrayList<>();
    Group group = review.group();
    String position = "Group " + group.number() + " of " + review.groups().size() + "   " + group.danger() + "   " + group.size();
    String left = review.left() + " left";
    int gap = Math.max(1, columns - position.length() - left.length());
    head.add(new ScreenLine(Kind.HEADING, Words.fit(position + " ".repeat(gap) + left, columns)));
    List<String> words = group.words();
    words.stream().limit(WORDS_LINES).forEach(text -> head.add(new ScreenLine(Kind.PLAIN, Words.fit("  " + text, columns))));
    if (words.size() > WORDS_LINES) {
      head.add(new ScreenLine(Kind.PLAIN, "  … and " + (words.size() - WORDS_LINES) + " more"));
    }
    if (!group.consequences().isEmpty()) {
      head.add(new ScreenLine(Kind.PLAIN, Words.fit("  so also: " + String.join(", ", group.consequences()), columns)));
    }
    GoldenChange golden = review.golden();
    String state = switch (review.state(golden)) {
      case OPEN -> "";
      case ACCEPTED -> " (accepted)";
      case REJECTED -> " (rejected)";
    };
    String title = "-- " + review.place() + " of " + group.members().size() + ": " + golden.title() + state + " ";
    head.add(new ScreenLine(Kind.HEADING, Words.fit(title + "-".repeat(Math.max(0, columns - title.length())), columns)));
    return head;
  }

  private List<ScreenLine> body(int columns) {
    List<ScreenLine> lines = new ArrayList<>();
    if (!page.isEmpty()) {
      page.forEach(text -> lines.add(new ScreenLine(Kind.PLAIN, part(text, columns))));
      return lines;
    }
    for (DiffLine row : review.rows()) {
      if (row.kind() == RowKind.FOLDED) {
        lines.add(new ScreenLine(Kind.FOLDED, Words.fit(row.left(), columns)));
      } else if (isSplit(columns)) {
        lines.add(sideBySide(row, columns));
      } else {
        oneBelowTheOther(lines, row, columns);
      }
    }
    return lines;
  }

  private void oneBelowTheOther(List<ScreenLine> lines, DiffLine row, int columns) {
    String note = row.note().isEmpty() ? "" : "(" + row.note() + ") ";
    switch (row.kind()) {
      case REMOVED -> lines.add(line(Kind.REMOVED, "- ", note + row.left(), columns));
      case ADDED -> lines.add(line(Kind.ADDED, "+ ", note + row.right(), columns));
      case RENAMED -> lines.add(line(Kind.RENAMED, "~ ", row.right(), columns));
      case CHANGED -> {
        lines.add(line(Kind.REMOVED, "- ", row.left(), columns));
        lines.add(line(Kind.ADDED, "+ ", row.right(), columns));
      }
      default -> lines.add(line(Kind.PLAIN, "  ", row.right(), columns));
    }
  }

  private ScreenLine line(Kind kind, String mark, String text, int columns) {
    return new ScreenLine(kind, mark + part(text, columns - mark.length()));
  }

  private ScreenLine sideBySide(DiffLine row, int columns) {
    int width = (columns - 7) / 2;
    String note = row.note().isEmpty() ? "" : "(" + row.note() + ") ";
    Kind kind = switch (row.kind()) {
      case REMOVED -> Kind.REMOVED;
      case ADDED, CHANGED -> Kind.ADDED;
      case RENAMED -> Kind.RENAMED;
      default -> Kind.PLAIN;
    };
    String leftMark = row.kind() == RowKind.REMOVED || row.kind() == RowKind.CHANGED ? "- " : "  ";
    String rightMark = switch (row.kind()) {
      case ADDED, CHANGED -> "+ ";
      case RENAMED -> "~ ";
      default -> "  ";
    };
    String left = row.leftLine() == 0 ? "" : (row.kind() == RowKind.REMOVED ? note : "") + row.left();
    String right = row.rightLine() == 0 ? "" : (row.kind() == RowKind.ADDED ? note : "") + row.right();
    return new ScreenLine(kind, (leftMark + padded(part(left, width), width) + " | " + rightMark + part(right, width)).stripTrailing());
  }

  private String part(String text, int columns) {
    return Words.fit(leftColumn >= text.length() ? "" : text.substring(leftColumn), columns);
  }

  private static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }
}
