/**
 * The command {@code harness/lethe}: {@link lethe.harness.cli.Main} runs one command on streams that it is given and
 * returns the exit code. A command reads its options, calls the engine, prints; what it says is made of records of the
 * engine, which knows no command. Files come in through {@link lethe.harness.cli.InputFile}, names of cases through
 * {@link lethe.harness.cli.CaseSelection}: so a wrong name ends in one line.
 */
package lethe.harness.cli;
