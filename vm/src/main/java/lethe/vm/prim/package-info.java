/**
 * What a primitive is and what it may ask of the machine that calls it: {@link lethe.vm.prim.Primitive}, {@link
 * lethe.vm.prim.Runtime}, {@link lethe.vm.prim.PrimitiveTable}. Knows the heap and the host; knows no interpreter, no
 * code, and none of the primitives themselves (lethe.vm.prim.std).
 */
package lethe.vm.prim;
