package lethe.harness.fuzz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import lethe.harness.corpus.Case;

/** Many inputs, one after the other: which ones they are is a function of the seed. */
public final class Campaign {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Seeds seeds;
  private final long seed;
  private final List<InputKind> kinds;
  private final Watchdog watchdog = new Watchdog();

  /**
   * @param cases what the right inputs are made of
   * @param kinds tried in turn
   */
  public Campaign(List<Case> cases, long seed, List<InputKind> kinds) {
    this.seeds = new Seeds(cases);
    this.seed = seed;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * Tries that many inputs.
   *
   * @param found is given each defect
   * @return how the others were answered
   */
  public Tally run(long count, Consumer<Defect> found) {
    Map<InputKind, Map<Answer, Long>> answers = new EnumMap<>(InputKind.class);
    long defects = 0;
    for (long i = 0; i < count; i++) {
      InputKind kind = kinds.get((int) (i % kinds.size()));
      byte[] input = input(kind, i);
      Attempt attempt = watchdog.attempt(kind, input);
      if (attempt.isDefect()) {
        defects++;
        found.accept(new Defect(kind, new Minimiser(watchdog, kind, attempt).minimise(input), attempt.problem()));
      } else {
        answers.computeIfAbsent(kind, k -> new EnumMap<>(Answer.class)).merge(attempt.answer(), 1L, Long::sum);
      }
    }
    return new Tally(answers, defects);
  }

  /** The input of a number; it depends on nothing else than the seed. */
  byte[] input(InputKind kind, long number) {
    Random random = new Random(seed * SPREAD + number);
    return new Mutation(random, seeds.of(kind), kind.isText()).next();
  }
}
