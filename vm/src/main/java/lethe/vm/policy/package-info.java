/**
 * The designs that are compared, one class each: where it comes from, how it works, its closures slot by slot, what it
 * promises. {@link lethe.vm.policy.DynOperation} names the operations they put into loaded code, {@link
 * lethe.vm.policy.Policies} lists them. Nothing outside this package knows one of them.
 */
package lethe.vm.policy;
