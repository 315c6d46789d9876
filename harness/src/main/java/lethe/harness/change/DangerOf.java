package lethe.harness.change;

import lethe.vm.trace.EventKind;

/** The table of dangers: what a difference in an event may mean. */
final class DangerOf {
  private DangerOf() {}

  /** An event that one trace has and the other has not. */
  static Danger lone(EventKind kind) {
    return switch (kind) {
      case LINK, REWRITE, ALLOC, SET, GC, SWEPT, KEEP, CALL, RETURN, STEP -> Danger.COST;
      case LETHE, LOAD, RUN, READY, UNLOAD, PRIM, DONE, OUT, FREE, FINAL, RAISE, FAULT, END -> Danger.RESULT;
    };
  }

  /** A field that has another value in the same event. */
  static Danger field(EventKind kind, String field) {
    return switch (kind) {
      case LETHE -> Danger.RENAMING;
      case LOAD, LINK, REWRITE, ALLOC, SWEPT -> Danger.COST;
      case GC, KEEP -> Danger.ORDER;
      case FREE -> field.equals("why") ? Danger.ORDER : Danger.COST;
      case SET -> field.equals("barrier") ? Danger.COST : Danger.RESULT;
      case CALL -> field.equals("depth") ? Danger.COST : field.equals("from") ? Danger.ORDER : Danger.RESULT;
      case RETURN, RAISE -> field.equals("depth") ? Danger.COST : Danger.RESULT;
      case STEP -> field.equals("accu") ? Danger.RESULT : Danger.COST;
      case END -> field.equals("end") ? Danger.RESULT : Danger.COST;
      case RUN, READY, UNLOAD, PRIM, DONE, OUT, FINAL, FAULT -> Danger.RESULT;
    };
  }
}
