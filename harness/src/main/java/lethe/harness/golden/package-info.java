/**
 * Goldens: approved traces and outcomes of the corpus. {@link lethe.harness.golden.GoldenFiles} knows where they lie,
 * {@link lethe.harness.golden.CaseCheck} what a case produces for them and whether it is right, {@link
 * lethe.harness.golden.TraceDiff} finds the first event that differs, {@link lethe.harness.golden.Finding} says it in a
 * few lines. Nothing here writes below {@code golden/}; approving is a command of its own. Knows subjects, cases and
 * events; not how a VM works inside.
 */
package lethe.harness.golden;
