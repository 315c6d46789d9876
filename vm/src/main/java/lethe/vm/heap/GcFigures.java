package lethe.vm.heap;

/**
 * What one collection did, and nothing of what went before it. Words count headers.
 *
 * @param promotedBlocks blocks moved from the minor to the major area
 * @param freedBlocks blocks of the major area found dead (0 for a minor collection)
 */
public record GcFigures(int promotedBlocks, long promotedWords, int freedBlocks, long freedWords) {}
