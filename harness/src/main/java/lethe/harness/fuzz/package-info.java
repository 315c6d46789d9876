/**
 * Fuzzing: inputs of each {@link lethe.harness.fuzz.InputKind}, changed at random, are accepted or answered by one message; nothing
 * else comes out of the machine's API, in bounded time and memory. {@link lethe.harness.fuzz.Campaign} is a function of its seed.
 * Knows the machine's facade, formats and assembler, and cases; nothing inside the machine.
 */
package lethe.harness.fuzz;
