package lethe.vm.interp;

/**
 * What identifies code beyond this machine: its digest, and where in the digested code this block starts. The units of an
 * executable that are loaded one by one share its digest, so a closure is marshalled as from the executable run as it is.
 *
 * @param digest 32 upper-case hexadecimal digits
 * @param startInts where the block starts in the digested code
 */
public record CodeOrigin(String digest, int startInts) {}
