/**
 * Each step of a run in words of 64 bits, so that two machines that know nothing of each other can be compared: {@link
 * lethe.vm.step.StepSink} gets them. The words hold no address and no number that a machine chooses for itself.
 *
 * <pre>
 *   a step       place, instruction; and, as the wanted {@link lethe.vm.step.Detail} has it, values of these, in this order: env,
 *                accu, the topmost stack slots from the top, at most {@link lethe.vm.step.Steps#SLOTS}
 *   place        area &lt;&lt; 48 | offset in ints &lt;&lt; 24 | stack depth in words
 *   area         0 the program, then fragments in the order in which they are first seen; {@link lethe.vm.step.Steps#STUB} the
 *                code that calls back from primitives
 *   instruction  digest of the operands | opcode in the low 8 bits
 *   a value      a word; of a block, its content behind it
 *   a word       ..1  an integer, as OCaml tags it
 *                010  area &lt;&lt; 40 | offset in ints &lt;&lt; 8 | 2: a code address
 *                100  size in words &lt;&lt; 16 | tag &lt;&lt; 8 | 4: a block. For the size of custom and abstract blocks, which is the runtime's
 *                own affair, stands 1 for an int32, 2 for an int64, 3 for a nativeint, 0 for others
 *                0    none of these
 *   forwarding   a block of tag Forward stands for what it forwards to, unless that is of tag Forward, Lazy or Double: OCaml's
 *                collector may put one in the place of the other
 *   content      at most {@link lethe.vm.step.Steps#FIELDS} words. Of a string longer than these, first its last word, which tells the
 *                length; of strings and floats the words as they are in memory; of an int32, int64 or nativeint the number; of an
 *                infix pointer its code; of other custom and abstract blocks nothing; else the words of the fields, without content
 * </pre>
 *
 * <p>Operands are mixed ({@link lethe.vm.step.Steps#mix}) as unsigned ints, starting from the opcode; a primitive by the bytes of its
 * name; the cache that GETPUBMET writes into its code is left out. {@link lethe.vm.step.StepDigest} goes over all steps.
 */
package lethe.vm.step;
