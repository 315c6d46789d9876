/* Differences that are nobody's fault, counted, in the order of Allowance.java, which gives the reasons. */

#include <stdint.h>

enum allowance {
  POPTRAP_AGAIN,
  BACKTRACE_SLOT,
  FRESH_CONTENT,
  FIXED_SEED,
  FIXED_CLOCK,
  COLLECTOR_FIGURES,
  ROUNDING,
  FORWARDED,
  FINALISER,
  MEMORY_PROFILE,
  CODE_ADDRESS,
  ALLOWANCES
};

extern uint64_t allowed[ALLOWANCES];

uint64_t word_of_code(char *address);
char *code_of_word(uint64_t word);
