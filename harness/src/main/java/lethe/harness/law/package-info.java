/**
 * Laws: what holds for every case, so that no case has to say it. {@link lethe.harness.law.Law} lists them, {@code harness/LAWS.md} explains
 * them; a law that
 * compares traces does so through a {@link lethe.harness.law.Projection}, which names what it leaves out and why;
 * {@link lethe.harness.law.Reachability} is the independent view of what is alive. Knows subjects and events; the heap
 * only as {@link lethe.harness.law.MemoryView}, and no policy from inside.
 */
package lethe.harness.law;
