package lethe.harness.change;

import java.util.Arrays;
import java.util.Optional;

/** How much harm a change of a golden may do, the least first. */
public enum Danger {
  /** There was no golden before. */
  NEW("new"),
  /** The same events; objects have other numbers. */
  RENAMING("renaming only"),
  /** The same events in another order, at other places, or for another reason. */
  ORDER("order"),
  /** More or fewer events that are work: blocks, instructions, collections. */
  COST("cost"),
  /** Code lives longer. */
  KEPT_LONGER("kept longer"),
  /** Code dies sooner. */
  FREED_EARLIER("freed earlier"),
  /** The program does something else. */
  RESULT("result");

  private final String wireName;

  Danger(String wireName) {
    this.wireName = wireName;
  }

  /** Must somebody say why it is right? */
  public boolean wantsReason() {
    return compareTo(KEPT_LONGER) >= 0;
  }

  /** The one of that name. */
  public static Optional<Danger> named(String wireName) {
    return Arrays.stream(values()).filter(danger -> danger.wireName.equals(wireName)).findFirst();
  }

  @Override
  public String toString() {
    return wireName;
  }
}
