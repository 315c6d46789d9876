/**
 * Our machine beside OCaml's own, step by step: {@link lethe.harness.lockstep.Lockstep} compares a {@link
 * lethe.harness.lockstep.Job}; {@link lethe.harness.lockstep.Tracer} is the reference, the distribution's debug runtime with
 * C files of ours that write each step in the words of {@link lethe.vm.step}.
 *
 * <p>First digests of blocks of steps are compared. Where a block differs both machines run again, and each tells that block word
 * by word: so nothing grows with the length of a run, and a run that agrees costs little. Both see the same world ({@link
 * lethe.harness.lockstep.Job}): folder, environment, arguments, input. What differs and is nobody's fault has a name and a reason,
 * and is counted: {@link lethe.harness.lockstep.Allowance} if the comparison goes on, {@link lethe.harness.lockstep.Parting} if it
 * cannot; {@link lethe.harness.lockstep.SecondRun} asks whether the reference agrees with itself.
 *
 * <p>{@link lethe.harness.lockstep.StockLockstep} checks the tracer: it compares with the text of stock {@code ocamlrund}, while both
 * run. {@link lethe.harness.lockstep.StandardJobs}, {@link lethe.harness.lockstep.FolderJobs} and {@link
 * lethe.harness.lockstep.CaseJobs} are what is compared, {@link lethe.harness.lockstep.Coverage} counts what was reached.
 *
 * <p>Not compared: what primitives do inside, but for what they leave in accu and in blocks that are looked at later; words deeper
 * in the stack than {@link lethe.vm.step.Steps#SLOTS}, until they come up; identity of blocks.
 */
package lethe.harness.lockstep;
