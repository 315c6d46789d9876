package lethe.vm.step;

/** A step as a person reads it. */
public interface StepText {
  /** {@code unit+offset}. */
  String site();

  /** As the assembler writes it. */
  String instruction();

  /** {@code file.ml, line 3, characters 4-9, in Module.f}; empty without a debug event. */
  String source();
}
