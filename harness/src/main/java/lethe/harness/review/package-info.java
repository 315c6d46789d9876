/**
 * Reviewing what a run received, at a terminal. {@link lethe.harness.review.Review} is where one stands and what has been decided;
 * {@link lethe.harness.review.Screen} draws it, {@link lethe.harness.review.TerminalReview} reads keys and shows it, {@link
 * lethe.harness.review.PlainReview} does the same line by line. What they ask of the machine goes through {@link
 * lethe.harness.review.Inquiry}.
 */
package lethe.harness.review;
