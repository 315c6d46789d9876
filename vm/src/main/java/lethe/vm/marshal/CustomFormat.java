package lethe.vm.marshal;

import lethe.vm.format.Datum;
import lethe.vm.prim.Runtime;

/** How custom blocks of one kind are marshalled (the members serialize and deserialize of custom.h). */
public interface CustomFormat {
  /** A block of the kind, outside the heap. */
  Datum write(Runtime rt, long block);

  /** A fresh block in the heap; must not collect. */
  long read(Runtime rt, Datum datum);
}
