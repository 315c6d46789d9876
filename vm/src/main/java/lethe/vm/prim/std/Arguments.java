package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Runtime;

/** Sys.argv: the host's, until the program sets another. Each look makes a fresh array. */
final class Arguments {
  private List<byte[]> strings = new ArrayList<>();

  static Arguments of(Runtime rt) {
    return rt.state(
        Arguments.class,
        () -> {
          Arguments made = new Arguments();
          rt.host().arguments().forEach(argument -> made.strings.add(Text.utf8Bytes(argument)));
          return made;
        });
  }

  long array(Heap heap) {
    return Boxed.tuple(heap, strings.stream().mapToLong(heap::string).toArray());
  }

  void set(Heap heap, long array) {
    List<byte[]> given = new ArrayList<>();
    for (int i = 0; i < heap.sizeWords(array); i++) {
      given.add(heap.bytes(heap.field(array, i)));
    }
    strings = given;
  }
}
