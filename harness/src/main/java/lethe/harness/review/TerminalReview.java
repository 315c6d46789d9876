package lethe.harness.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** A review on a terminal that can place its cursor: one key, one action. */
public final class TerminalReview {
  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;
  private static final int SIDEWAYS_COLUMNS = 20;

  private final Terminal terminal;
  private final Review review;
  private final Inquiry inquiry;
  private final boolean isColoured;
  private final Screen screen;
  private final Display display;
  private final BindingReader keys;
  private final KeyMap<Action> bindings = new KeyMap<>();
  private Attributes before;
  private Size size;
  private String question = "";

  /** @param isColoured whether differences have colours beside their marks */
  public TerminalReview(Terminal terminal, Review review, Inquiry inquiry, boolean isColoured) {
    this.terminal = terminal;
    this.review = review;
    this.inquiry = inquiry;
    this.isColoured = isColoured;
    screen = new Screen(review);
    display = new Display(terminal, true);
    keys = new BindingReader(terminal.reader());
    bind();
  }

  private void bind() {
    for (Action action : Action.values()) {
      bindings.bind(action, action.key());
    }
    bind(Action.DOWN, Capability.key_down);
    bind(Action.UP, Capability.key_up);
    bind(Action.PAGE_DOWN, Capability.key_npage);
    bind(Action.PAGE_UP, Capability.key_ppage);
    bind(Action.LEFT, Capability.key_left);
    bind(Action.RIGHT, Capability.key_right);
    bindings.bind(Action.QUIT, KeyMap.ctrl('C'), KeyMap.ctrl('D'));
    bindings.setNomatch(Action.HELP);
    bindings.setUnicode(Action.HELP);
  }

  private void bind(Action action, Capability key) {
    String sequence = KeyMap.key(terminal, key);
    if (sequence != null) {
      bindings.bind(action, sequence);
    }
  }

  /** Until the reviewer quits, or the terminal is gone. */
  public void run() {
    enter();
    try {
      review.locked().ifPresent(why -> screen.say("only to look at: " + why));
      for (Action action = read(); action != null && action != Action.QUIT; action = read()) {
        screen.say("");
        if (screen.isPageOpen() && !scrolls(action)) {
          screen.shut();
        } else {
          act(action);
        }
      }
    } finally {
      leave();
    }
  }

  private void enter() {
    before = terminal.enterRawMode();
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.clear_screen); // the cursor stands where the last command left it
    terminal.puts(Capability.keypad_xmit);
    display.clear();
    terminal.handle(Terminal.Signal.WINCH, signal -> draw(question));
  }

  private void leave() {
    terminal.puts(Capability.exit_ca_mode);
    terminal.puts(Capability.keypad_local);
    terminal.setAttributes(before);
    terminal.flush();
  }

  private Action read() {
    draw("");
    return keys.readBinding(bindings);
  }

  private static boolean scrolls(Action action) {
    return switch (action) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, LEFT, RIGHT -> true;
      default -> false;
    };
  }

  private void act(Action action) {
    switch (action) {
      case ACCEPT -> reason(review.wantsReason()).ifPresent(reason -> moved(review.accept(reason)));
      case ACCEPT_GROUP -> reason(review.groupWantsReason()).ifPresent(reason -> moved(review.acceptGroup(reason)));
      case REJECT -> moved(review.reject());
      case REJECT_GROUP -> moved(review.rejectGroup());
      case SKIP -> moved(review.skip());
      case SKIP_GROUP -> moved(review.skipGroup());
      case NEXT -> moved(review.next());
      case PREVIOUS -> moved(review.previous());
      case WHOLE -> review.toggleWhole();
      case NAMES -> review.toggleNames();
      case SPLIT -> screen.toggleSplit(size.getColumns());
      case WHY -> screen.open(inquiry.why(review.golden()));
      case OPEN -> open();
      case HELP -> screen.open(Screen.HELP);
      case DOWN -> screen.scroll(1);
      case UP -> screen.scroll(-1);
      case PAGE_DOWN -> screen.scroll(Math.max(1, size.getRows() / 2));
      case PAGE_UP -> screen.scroll(-Math.max(1, size.getRows() / 2));
      case LEFT -> screen.scrollSideways(-SIDEWAYS_COLUMNS);
      case RIGHT -> screen.scrollSideways(SIDEWAYS_COLUMNS);
      case QUIT -> throw new IllegalStateException("quitting is not an act");
    }
  }

  private void moved(String what) {
    screen.shut();
    screen.say(what);
  }

  /** The editor gets the terminal as it was, and every key. */
  private void open() {
    leave();
    String told;
    try {
      terminal.pause(true);
      told = inquiry.open(review.golden());
      terminal.resume();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      told = "interrupted";
    }
    enter();
    screen.say(told);
  }

  /** The reason for which a change is accepted; empty if the reviewer gives up. */
  private Optional<String> reason(boolean isWanted) {
    if (!isWanted) {
      return Optional.of("");
    }
    StringBuilder typed = new StringBuilder();
    while (true) {
      draw("class '" + review.group().danger() + "': why is it right? (Enter; Esc gives up) " + typed);
      int c = keys.readCharacter();
      if (c == '\r' || c == '\n') {
        if (!typed.toString().isBlank()) {
          return Optional.of(typed.toString());
        }
      } else if (c == BACKSPACE || c == DELETE) {
        typed.setLength(Math.max(0, typed.length() - 1));
      } else if (c == ESCAPE || c < ' ') {
        screen.say("not accepted: no reason");
        return Optional.empty();
      } else {
        typed.appendCodePoint(c);
      }
    }
  }

  /** The signal of a new size comes from a thread of its own. */
  private synchronized void draw(String asked) {
    question = asked;
    size = terminal.getSize(); // asks the system: once for each screen
    int columns = Math.max(20, size.getColumns());
    int rows = Math.max(8, size.getRows());
    display.resize(Size.of(columns, rows));
    List<ScreenLine> lines = new ArrayList<>(screen.draw(columns, rows));
    if (!question.isEmpty()) {
      // Of a long answer, the end is seen, where one types.
      String shown = question.substring(Math.max(0, question.length() - columns + 1));
      lines.set(rows - 2, new ScreenLine(ScreenLine.Kind.MESSAGE, shown));
    }
    display.update(lines.stream().map(this::styled).toList(), 0);
  }

  private AttributedString styled(ScreenLine line) {
    AttributedStyle style = AttributedStyle.DEFAULT;
    if (isColoured) {
      style = switch (line.kind()) {
        case HEADING -> style.bold();
        case REMOVED -> style.foreground(AttributedStyle.RED);
        case ADDED -> style.foreground(AttributedStyle.GREEN);
        case FOLDED, KEYS -> style.foreground(AttributedStyle.CYAN);
        case RENAMED -> style.faint();
        case MESSAGE -> style.bold();
        case PLAIN -> style;
      };
    }
    return new AttributedString(line.text(), style);
  }
}
