package lethe.vm.interp;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lethe.vm.prim.CodePlace;

/**
 * Live code by digest (codefrag.c). Two instances of a unit have one digest: the one loaded first answers, as in OCaml. A
 * digest keeps no block alive, and goes with it.
 */
final class CodeDigests {
  private final Map<String, Set<CodeBlock>> blocks = new HashMap<>();

  void add(CodeBlock block, CodeOrigin origin) {
    block.setOrigin(origin);
    blocks.computeIfAbsent(origin.digest(), d -> new LinkedHashSet<>()).add(block);
  }

  void remove(CodeBlock block) {
    if (block.origin() != null) {
      blocks.computeIfPresent(block.origin().digest(), (digest, same) -> {
        same.remove(block);
        return same.isEmpty() ? null : same;
      });
    }
  }

  /** The code address of a place; an offset that no instruction could have is no place. */
  Optional<Long> address(CodePlace place) {
    if (place.offsetBytes() % Integer.BYTES != 0) {
      return Optional.empty();
    }
    for (CodeBlock block : blocks.getOrDefault(place.digest(), Set.of())) {
      long offset = place.offsetBytes() / Integer.BYTES - block.origin().startInts();
      if (offset >= 0 && offset < block.lengthInts()) {
        return Optional.of(block.address((int) offset));
      }
    }
    return Optional.empty();
  }
}
