/**
 * What a policy costs, in counted units. A case with the key {@code cost} does one thing a number of times; {@link
 * lethe.harness.cost.CostMeter} runs it with three numbers and takes the difference, in which all that is done once cancels:
 * the result is exact, or an error. Nothing is timed.
 *
 * <p>Runs that count are not observed (an observer reads the heap, too), but have a schedule that never collects: so
 * instructions are not fused, and are counted one by one. The words that instructions and primitives read are counted by the
 * heap itself, {@link lethe.harness.cost.CountingHeap}; the verifier is off. Only the deepest stack comes from a traced run.
 */
package lethe.harness.cost;
