/**
 * How fast the machine is beside ocamlrun: small OCaml programs ({@link lethe.harness.bench.BenchProgram}, sources as
 * resources, no Stdlib), the engines that run them ({@link lethe.harness.bench.Engine}), and {@link
 * lethe.harness.bench.Bench}, which runs both in turn, warm, and prints medians and ratios. The only package whose
 * results depend on the clock; nothing else reads them.
 */
package lethe.harness.bench;
