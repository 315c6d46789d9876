/**
 * What changed between an approved golden and a received one, in words. {@link lethe.harness.change.TraceComparison} aligns two traces
 * in three passes: without the numbers of objects, so that one object more does not shift all that follow; then it learns which
 * object is which from the events in which they are born; then it compares whole lines. What is left is told as {@link
 * lethe.harness.change.Change}s, each with its {@link lethe.harness.change.Danger}; goldens in which the same has changed make a
 * {@link lethe.harness.change.Group}. Reads texts only; runs nothing, writes nothing: what word of
 * the stack keeps a unit is asked of {@link lethe.harness.change.RootKinds}.
 */
package lethe.harness.change;
