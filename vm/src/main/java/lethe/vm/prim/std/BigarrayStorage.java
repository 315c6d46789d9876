package lethe.vm.prim.std;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import lethe.vm.fault.Fault;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;

/**
 * The elements of one machine's big arrays: pieces of memory outside the heap, each shared by the blocks of arrays that
 * are parts of one another, and given up with the last of these (bigarray.c counts the same way, in proxies). Together
 * they hold at most as many bytes as the heap's own limit.
 */
final class BigarrayStorage {
  private static final class Piece {
    final ByteBuffer data;
    int blocks;

    Piece(int sizeBytes) {
      data = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private final Heap heap;
  private final Map<Long, Piece> pieces = new HashMap<>();
  private long nextId = 1;
  private long heldBytes;

  private BigarrayStorage(Heap heap) {
    this.heap = heap;
    heap.whenFreed(CustomKind.BIGARRAY, this::release);
  }

  static BigarrayStorage of(Runtime rt) {
    return rt.state(BigarrayStorage.class, () -> new BigarrayStorage(rt.heap()));
  }

  /**
   * A new piece of zeros, which no block shares yet. When the limit is reached a full collection is tried first, so the
   * caller holds no words; then Out_of_memory.
   */
  static long add(Runtime rt, long sizeBytes) {
    BigarrayStorage storage = of(rt);
    if (!storage.hasRoom(sizeBytes)) {
      rt.heap().collectFull(GcCause.PACING);
    }
    return storage.addNow(sizeBytes).orElseThrow(() -> rt.raiseConstant(Predef.OUT_OF_MEMORY));
  }

  /** A new piece of zeros; empty if the limit is reached. */
  OptionalLong addNow(long sizeBytes) {
    if (!hasRoom(sizeBytes)) {
      return OptionalLong.empty();
    }
    long id = nextId++;
    pieces.put(id, new Piece((int) sizeBytes));
    heldBytes += sizeBytes;
    heap.wordsOutside((int) (sizeBytes / Long.BYTES));
    return OptionalLong.of(id);
  }

  private boolean hasRoom(long sizeBytes) {
    return sizeBytes <= Integer.MAX_VALUE - 8 && heldBytes + sizeBytes <= (long) Long.BYTES * heap.options().maxWords();
  }

  /** One more block shares the piece. */
  void share(long id) {
    piece(id).blocks++;
  }

  ByteBuffer data(long id) {
    return piece(id).data;
  }

  private Piece piece(long id) {
    Piece piece = pieces.get(id);
    if (piece == null) {
      throw new Fault(Fault.Kind.MEMORY, "", "a big array was used whose elements are gone with another copy of its block");
    }
    return piece;
  }

  private void release(long id) {
    Piece piece = pieces.get(id);
    if (piece != null && --piece.blocks == 0) {
      pieces.remove(id);
      heldBytes -= piece.data.capacity();
    }
  }

  /** Bytes of all pieces. */
  long heldBytes() {
    return heldBytes;
  }
}
