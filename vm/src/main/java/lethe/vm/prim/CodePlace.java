package lethe.vm.prim;

/**
 * A place in code that means the same in every process that has the same code: what a marshalled closure holds instead of an
 * address.
 *
 * @param digest of the code the place lies in, 32 upper-case hexadecimal digits
 * @param offsetBytes from the start of that code
 */
public record CodePlace(String digest, long offsetBytes) {}
