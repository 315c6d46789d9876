/**
 * Our VM as a subject: {@link lethe.harness.ours.LetheSubject}. The only package that runs the machine; it uses the
 * facade, and the witness of the liveness law.
 */
package lethe.harness.ours;
