/**
 * Values between heap and marshalled form (extern.c, intern.c): {@link lethe.vm.marshal.Marshaller} takes a value out of the heap
 * as a {@link lethe.vm.format.Datum}, {@link lethe.vm.marshal.Unmarshaller} builds one there. Bytes are the format package's
 * affair, closures go through {@link lethe.vm.prim.ClosureForm}. Knows no interpreter and no policy.
 */
package lethe.vm.marshal;
