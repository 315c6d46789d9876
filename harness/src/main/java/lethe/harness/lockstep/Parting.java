package lethe.harness.lockstep;

import java.util.List;
import java.util.Optional;
import lethe.vm.value.Tag;

/**
 * Why the two machines go different ways from some step on, and nobody is to blame: the program is set apart, and counted with
 * others of its kind. Where a bug of ours could hide is kept small: each reason is seen in the reference alone, or what is allowed must
 * have happened before and the first step that differs must be the one where it shows.
 */
public enum Parting {
  REFUSED("calls a primitive that is refused here"),

  ANOTHER_PROGRAM("becomes another program on the reference (exec)"),

  TOO_LONG("takes too long on the reference"),

  /** {@link SecondRun}. */
  UNSTEADY("is not the same twice on the reference: it looks at collections, clocks, addresses or the number of its process"),

  /** One of the machines calls a function where the other does not, and finalisers have been registered. */
  FINALISER("calls a finaliser: which collection finds a value dead is the collector's affair"),

  /**
   * The same, and a memory profile has been started: the reference calls its tracker within the instruction that allocates, before
   * the block is there; ours at the next safepoint.
   */
  MEMORY_PROFILE("profiles its memory: the reference calls the tracker within an instruction, ours after it"),

  /** Lazy.force asks for the tag of a suspension that has been forced: ours still has the forwarding block, the reference its value. */
  FORWARDED("forces a suspension again that the reference's collector has replaced by its value");

  private static final String TAG = "C_CALL1 caml_obj_tag";

  private final String meaning;

  Parting(String meaning) {
    this.meaning = meaning;
  }

  /** What the program does, to stand behind its name. */
  public String meaning() {
    return meaning;
  }

  /**
   * Why the machines part where these steps first differ; empty if it is none of that.
   *
   * @param trace the reference's, with what it was allowed until then
   */
  static Optional<Parting> at(List<Step> ours, List<Step> reference, ReferenceTrace trace) {
    int first = Divergence.first(ours, reference, Level.FULL);
    if (first == 0 || first >= Math.min(ours.size(), reference.size())) {
      return Optional.empty();
    }
    if (ours.get(first).shapes().isInStub() != reference.get(first).shapes().isInStub()) {
      return trace.has(Allowance.FINALISER) ? Optional.of(FINALISER)
          : trace.has(Allowance.MEMORY_PROFILE) ? Optional.of(MEMORY_PROFILE) : Optional.empty();
    }
    boolean isTag = ours.get(first - 1).text().equals(TAG) && ours.get(first).shapes().accu().isInt(Tag.FORWARD);
    return isTag && trace.has(Allowance.FORWARDED) ? Optional.of(FORWARDED) : Optional.empty();
  }
}
