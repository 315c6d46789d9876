/**
 * OCaml's own testsuite as a measure: {@link lethe.harness.testsuite.Testsuite} finds the programs of a checkout, reads what
 * ocamltest's headers say ({@link lethe.harness.testsuite.HeaderReader}), does it with the installed compiler ({@link
 * lethe.harness.testsuite.Walk}, {@link lethe.harness.testsuite.Build}) and runs each program that comes out of it on ocamlrun
 * and on our machine ({@link lethe.harness.testsuite.Trial}), in one {@link lethe.harness.testsuite.Way} or several: output and exit code
 * must be the same ({@link lethe.harness.testsuite.InMode}), or each step ({@link lethe.harness.testsuite.InLockstep}). What is no program of
 * bytecode, needs C, threads or scripts, or does not pass on ocamlrun is left out, and counted by reason.
 */
package lethe.harness.testsuite;
