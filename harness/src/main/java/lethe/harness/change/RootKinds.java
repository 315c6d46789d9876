package lethe.harness.change;

import java.util.Optional;

/** Says what a word of the stack is that a trace names by its place alone, {@code stack 3}: who made the trace can find out. */
@FunctionalInterface
public interface RootKinds {
  /** Nobody knows. */
  RootKinds UNKNOWN = (path, line, root) -> Optional.empty();

  /**
   * What a root of a {@code keep} is, {@code a trap frame}; empty if it is no word of the stack, or unknown.
   *
   * @param path of the golden, {@code load/first/stub.approved.jsonl}
   * @param line of the event in the trace that was received, from 1
   * @param root as it stands there
   */
  Optional<String> kindOf(String path, int line, String root);
}
