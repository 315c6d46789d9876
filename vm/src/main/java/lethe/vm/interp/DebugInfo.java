package lethe.vm.interp;

import java.util.Optional;
import lethe.vm.prim.SourceLocation;

/** What is known of the source of a block of code; it goes with the block. */
public interface DebugInfo {
  /** Nothing, as of a unit compiled without {@code -g}. */
  DebugInfo NONE = offset -> Optional.empty();

  /** The place of the offset, in ints from the start of the block. */
  Optional<SourceLocation> at(int offsetInts);
}
