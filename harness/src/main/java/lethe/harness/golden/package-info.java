/**
 * Goldens: approved traces and outcomes of the corpus. {@link lethe.harness.golden.GoldenFiles} knows where they lie,
 * {@link lethe.harness.golden.CaseCheck} what a case produces for them and whether it is right, {@link
 * lethe.harness.golden.Finding} says in a few lines what is wrong, {@link lethe.harness.golden.LastRun} what a run left for review. Nothing here writes below {@code golden/}; approving is a command of its own. Knows subjects, cases and
 * events; not how a VM works inside.
 */
package lethe.harness.golden;
