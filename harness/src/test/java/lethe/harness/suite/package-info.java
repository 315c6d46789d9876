/**
 * The corpus as tests: {@link lethe.harness.suite.CorpusSuite} makes one of each case and policy, for any subject and
 * any root; its subclasses are a few lines each.
 */
package lethe.harness.suite;
