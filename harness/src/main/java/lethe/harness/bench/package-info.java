/**
 * How fast the machine is beside ocamlrun: small OCaml programs ({@link lethe.harness.bench.BenchProgram}, sources as
 * resources, no Stdlib), the engines that run them ({@link lethe.harness.bench.Engine}), and {@link
 * lethe.harness.bench.Bench}, which runs both in turn, warm, and prints medians and ratios; {@link
 * lethe.harness.bench.PolicyBench} compares the policies with each other. With the campaigns the only results that depend
 * on a clock.
 */
package lethe.harness.bench;
