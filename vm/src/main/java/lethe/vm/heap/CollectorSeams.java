package lethe.vm.heap;

import lethe.vm.value.Header;

/**
 * The small decisions of collector and barrier, each right as it stands. A test that proves the harness able to fail
 * overrides one and passes the object to the heap. They are asked during collections and when the barrier has found a
 * young value stored in a major block, never on the machine's fast paths.
 */
public class CollectorSeams {
  /** Are roots of this kind roots? */
  public boolean visits(Root kind) {
    return true;
  }

  /** Does the store of a young value into a major block enter the remembered set? */
  public boolean remembers(long block, long value) {
    return true;
  }

  /** Words from the start of a closure block to the closure inside it that has this infix header. */
  public int infixDistanceWords(long infixHeader) {
    return Header.sizeWords(infixHeader);
  }

  /** Is a word that points at an infix header taken for one (and not for a block of its own)? */
  public boolean knowsInfix(long word) {
    return true;
  }

  /** Is field i of a promoted block followed? */
  public boolean promotesField(long block, int i) {
    return true;
  }

  /** Is field i of a marked block followed? */
  public boolean marksField(long block, int i) {
    return true;
  }

  /** Are the children of a marked handle marked? */
  public boolean callsHandle(long handle) {
    return true;
  }

  /** Is a code address met during marking reported to those who want to know? */
  public boolean reportsAddress(long codeAddress) {
    return true;
  }

  /** Does an ephemeron wait for this key before its data survives? */
  public boolean awaits(long key) {
    return true;
  }

  /** Does the data of this ephemeron survive, now that its keys do? */
  public boolean keepsData(long ephemeron) {
    return true;
  }

  /** Is a weak field that holds this word emptied, now that what it refers to dies? */
  public boolean empties(long word) {
    return true;
  }

  /** Is an unmarked block freed? */
  public boolean sweeps(long block) {
    return true;
  }
}
