package lethe.harness.testsuite;

/**
 * How our machine runs a program.
 *
 * @param policy for loaded code
 * @param collectable whether the program itself is such code
 */
public record Mode(String policy, boolean collectable) {
  /** As an ordinary machine: the program is never freed. */
  public static final Mode PLAIN = new Mode("keep", false);

  /** Each unit of the program, Stdlib too, is loaded through the policy. */
  public static Mode under(String policy) {
    return new Mode(policy, true);
  }

  /** {@code plain} or the policy. */
  @Override
  public String toString() {
    return collectable ? policy : "plain";
  }
}
