package lethe.harness.subject;

/**
 * Exact totals of a run.
 *
 * @param steps instructions executed
 * @param allocs blocks born
 * @param words words of these blocks, with headers
 * @param minor minor collections
 * @param full full collections, the closing one too
 * @param depth deepest stack in words
 */
public record Counts(long steps, long allocs, long words, long minor, long full, long depth) {}
