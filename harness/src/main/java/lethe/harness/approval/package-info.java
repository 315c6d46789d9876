/**
 * Approving: the one way in which {@code golden/} is written. {@link lethe.harness.approval.Approval} looks at what is proposed, refuses
 * or writes; {@link lethe.harness.approval.Ledger} is the record of it in each case's folder, {@link
 * lethe.harness.approval.LedgerCheck} compares records and goldens. The format of the ledger is in {@code golden/README.md}.
 */
package lethe.harness.approval;
