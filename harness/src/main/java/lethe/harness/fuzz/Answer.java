package lethe.harness.fuzz;

/** How an input was answered: as it must be. */
public enum Answer {
  ACCEPTED,
  INPUT_ERROR,
  FAULT
}
