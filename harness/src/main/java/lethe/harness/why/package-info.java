/**
 * What became of loaded code in a run, and why: {@link lethe.harness.why.Account}, {@link lethe.harness.why.LastReference}, {@link
 * lethe.harness.why.Sight}. All of it is data, made by running the case again: a run is a function of case, policy and schedule.
 */
package lethe.harness.why;
