package lethe.vm.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.trace.Names;
import lethe.vm.value.Value;

/**
 * Where each block of the heap was born, by the index of its field 0: a site, the tag it was born with (a
 * dummy's changes later, its name does not), and the count of blocks born there. Eight bytes a heap word, and only in traced
 * runs. A site is forgotten some time after its unit and all that was born there are gone: no name can need it then.
 */
final class Births {
  private static final int TAG_BITS = 8;
  private static final int COUNT_BITS = 36;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
  private static final int FEW_SITES = 1024;
  private static final String LITERAL = "lit@";

  private long[] births = new long[1 << 16];
  private final List<String> sites = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<long[]> counts = new ArrayList<>(List.of(new long[1]));
  private final List<Integer> freeNumbers = new ArrayList<>();
  /** So many sites are enough to look for some that can be forgotten. */
  private int manySites = FEW_SITES;

  /** The block was born at the site. */
  void born(long block, int tag, String site) {
    int number = numbers.computeIfAbsent(site, this::newNumber);
    long where = ((long) number << TAG_BITS) | tag;
    put(Value.indexOf(block), (where << COUNT_BITS) | ++counts.get(number)[0]);
  }

  private int newNumber(String site) {
    if (!freeNumbers.isEmpty()) {
      int number = freeNumbers.remove(freeNumbers.size() - 1);
      sites.set(number, site);
      counts.get(number)[0] = 0;
      return number;
    }
    sites.add(site);
    counts.add(new long[1]);
    return sites.size() - 1;
  }

  /** Have so many sites been seen that it is worth while to {@link #forget} some? */
  boolean areMany() {
    return numbers.size() >= manySites;
  }

  /**
   * Forgets the sites of units that are gone where no block of the heap was born.
   *
   * @param heap after a full collection
   * @param isGone of the name of an instance
   */
  void forget(HeapSnapshot heap, Predicate<String> isGone) {
    BitSet needed = new BitSet();
    heap.forEachBlock(block -> needed.set(number(block)));
    for (int number = 1; number < sites.size(); number++) {
      String site = sites.get(number);
      if (!needed.get(number) && numbers.containsKey(site) && isGone.test(unit(site))) {
        numbers.remove(site);
        sites.set(number, "");
        freeNumbers.add(number);
      }
    }
    manySites = Math.max(FEW_SITES, 2 * numbers.size());
  }

  /** The instance that a site lies in; the site itself if it lies in none. */
  private static String unit(String site) {
    return site.startsWith(LITERAL) ? site.substring(LITERAL.length()) : site.replaceFirst("\\+[0-9]+$", "");
  }

  private int number(long block) {
    return (int) (of(Value.indexOf(block)) >>> (COUNT_BITS + TAG_BITS));
  }

  void moved(long from, long to) {
    put(Value.indexOf(to), of(Value.indexOf(from)));
  }

  private void put(int index, long birth) {
    if (index >= births.length) {
      births = Arrays.copyOf(births, Math.max(index + 1, births.length * 2));
    }
    births[index] = birth;
  }

  private long of(int index) {
    return index < births.length ? births[index] : 0;
  }

  /** Sites that are remembered. */
  int sites() {
    return numbers.size();
  }

  /** Did nobody see the block's birth? */
  boolean isUnseen(long block) {
    return of(Value.indexOf(block)) == 0;
  }

  /** The block's name; one whose birth nobody saw was made by the host. */
  String name(long block) {
    long birth = of(Value.indexOf(block));
    int tag = (int) (birth >>> COUNT_BITS) & 0xFF;
    String site = sites.get(number(block));
    if (site.startsWith(LITERAL)) {
      return Names.literal(site.substring(LITERAL.length()), birth & COUNT_MASK);
    }
    return Names.birth(tag, site.isEmpty() ? Names.HOST : site, birth & COUNT_MASK);
  }
}
