package lethe.harness.subject;

/**
 * How long an instance stayed that nothing led to any more.
 *
 * @param unit the instance, {@code plugin#2}
 * @param collections full collections that found it dead and did not free it; 0 if the first one freed it
 * @param freed false if it was still there at the end
 */
public record Delay(String unit, int collections, boolean freed) {}
