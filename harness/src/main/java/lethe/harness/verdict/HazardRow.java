package lethe.harness.verdict;

import java.util.List;
import java.util.Map;

/**
 * A hazard.
 *
 * @param kind U, L or B, as {@code corpus/HAZARDS.md} explains
 * @param reason why no case is about it; empty if one is
 * @param cases that are about it, the shortest program first
 * @param policies the verdict by policy; empty if no case is about it
 */
public record HazardRow(
    String kind, String what, String reason, List<String> cases, Map<String, HazardCell> policies) {}
