package lethe.vm.inspect;

import java.util.List;

/**
 * A stretch of the stack: a frame, or the values between two frames.
 *
 * @param number of the frame, from 1 at the bottom, so that it survives a growing stack; 0 for values
 * @param site of a frame: the code address saved in it. Of values: where the function that they belong to stands
 * @param words from the top down
 */
public record Frame(Kind kind, int number, String site, List<Word> words) {
  /** What a stretch is. */
  public enum Kind {
    /** Laid by a call: where to return, the caller's env and extra_args. */
    RETURN,
    /** Laid by PUSHTRAP: the handler, the distance to the next trap, env and extra_args. */
    TRAP,
    /** Laid by a call of a primitive: env and where it returns to. */
    C_CALL,
    /** Laid by a policy's stub, to keep a closure while its code runs. */
    KEEPING,
    /** Arguments and local values of the function that runs. */
    RUNNING,
    /** Those of a function that waits for a call to return. */
    WAITING
  }

  /**
   * A word of the stack.
   *
   * @param index from 1 at the bottom, as in {@code stack 3}
   * @param role in its frame: {@code pc}, {@code env}, {@code extra_args}, {@code handler}, {@code link}, {@code kept}; empty for values
   * @param value its name
   */
  public record Word(int index, String role, String value) {}

  public Frame {
    words = List.copyOf(words);
  }

  /** {@code frame 1 (return to main+12)}, {@code values of main (waiting at main+12)}. */
  public String title() {
    return switch (kind) {
      case RETURN -> "frame " + number + " (return to " + site + ")";
      case TRAP -> "frame " + number + " (trap, handler at " + site + ")";
      case C_CALL -> "frame " + number + " (C call, back to " + site + ")";
      case KEEPING -> "frame " + number + " (keeps a closure, popped at " + site + ")";
      case RUNNING -> "values of " + unit() + " (running at " + site + ")";
      case WAITING -> "values of " + unit() + " (waiting at " + site + ")";
    };
  }

  /** What a person calls a word: {@code frame 1 (return to main+12), env}; {@code stack 3, of main (waiting at main+12)}. */
  public String place(Word word) {
    return switch (kind) {
      case RUNNING -> "stack " + word.index() + ", of " + unit() + " (running at " + site + ")";
      case WAITING -> "stack " + word.index() + ", of " + unit() + " (waiting at " + site + ")";
      default -> title() + ", " + word.role();
    };
  }

  private String unit() {
    int plus = site.indexOf('+');
    return plus < 0 ? site : site.substring(0, plus);
  }
}
