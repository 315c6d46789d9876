/**
 * The corpus as one HTML page. {@link lethe.harness.report.Report} is what is told: an index, which the page has at hand, and
 * for each case a {@link lethe.harness.report.CaseStory}, which it unpacks when somebody opens the case. {@link
 * lethe.harness.report.Page} puts both into the page with the styles, the modules and the libraries that show them; those lie
 * beside this package among the resources.
 *
 * <p>Everything is made by running the cases: nothing here is known of a policy or a case by name, and no clock is read, so two
 * reports of one corpus are equal bytes.
 */
package lethe.harness.report;
