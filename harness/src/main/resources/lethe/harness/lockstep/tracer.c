/* A bytecode runtime that tells what it executes, for lethe compare.

   It is the distribution's own debug runtime (libcamlrund.a), whose interpreter calls four functions for each
   instruction that it traces. They are here instead of in instrtrace.c, and write words instead of text. What the words
   mean is written down once, for both machines, in lethe.vm.step; StepEncoder.java is this file's counterpart, and the
   two are kept line by line alike.

   tracer FILE DETAIL BLOCK FROM TO LIMIT MINOR PROGRAM ARGUMENTS...
     DETAIL  PLACE, SAMPLED or ALL: how much of each step, lethe.vm.step.Detail
     BLOCK   steps from one digest to the next
     FROM TO the steps, counted from 1, that are written word by word; 0 0 for digests of all
     LIMIT   steps after which the run ends; 0 for none
     MINOR   words of the minor heap; 0 for what OCAMLRUNPARAM says

   SLOTS, FIELDS, MOST_WORDS, SAMPLE and PLACES are constants of lethe.vm.step, given when this is compiled. */

#define CAML_INTERNALS
#define CAML_NAME_SPACE
#define DEBUG /* the layout of the debug runtime */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <caml/address_class.h>
#include <caml/callback.h>
#include <caml/codefrag.h>
#include <caml/custom.h>
#include <caml/fix_code.h>
#include <caml/instruct.h>
#include <caml/instrtrace.h>
#include <caml/interp.h>
#include <caml/memory.h>
#include <caml/misc.h>
#include <caml/mlvalues.h>
#include <caml/prims.h>
#include <caml/signals.h>
#include <caml/stacks.h>
#include <caml/startup.h>
#include <caml/startup_aux.h>
#include <caml/sys.h>
#include "tracer.h"

/* Generated beside the table of primitives: operands by opcode, -1 and -2 for the two that have a list. */
extern const signed char lethe_operand_counts[];
extern const signed char lethe_primitive_operand[];

#define UNLIKELY(condition) __builtin_expect((condition), 0)
#define OUT_OF_LINE __attribute__((noinline))

/* What the run is asked for. */
static enum { PLACE = 'P', SAMPLED = 'S', ALL = 'A' } detail;
static uint64_t block_steps, from, to, limit, minor_words;

/* What is written. */
static int out;
static uint64_t steps, left_in_block, digest;
static uint64_t buffer[8192];
static int buffered;

uint64_t allowed[ALLOWANCES];

/* Ends the process, and nothing else. */
static void leave(int code)
{
  syscall(SYS_exit_group, code);
}

static void flush_words(void)
{
  char *p = (char *)buffer;
  size_t left = buffered * sizeof(uint64_t);
  while (left > 0) {
    ssize_t n = write(out, p, left);
    if (n <= 0) leave(126);
    p += n;
    left -= n;
  }
  buffered = 0;
}

static void write_word(uint64_t w)
{
  buffer[buffered++] = w;
  if (buffered == sizeof(buffer) / sizeof(buffer[0])) flush_words();
}

/* A digest of all steps: words, times a number for each place, are added up, and the sum is mixed in. */

static inline uint64_t mix(uint64_t h, uint64_t w)
{
  h = (h ^ w) * 0x9E3779B97F4A7C15u;
  return h ^ (h >> 32);
}

/* The words of the steps since words were last mixed into the digest. */
static uint64_t words[PLACES];
static uint64_t *filled = words;
static uint64_t factors[PLACES];

static void set_factors(void)
{
  uint64_t last = 0;
  int i;
  for (i = 0; i < PLACES; i++) {
    last = mix(last, i + 1);
    factors[i] = last | 1;
  }
}

static OUT_OF_LINE void mix_in(void)
{
  uint64_t sum = 0;
  int i, count = filled - words;
  if (count == 0) return;
  for (i = 0; i < count; i++) sum += words[i] * factors[i];
  digest = mix(mix(digest, sum), count);
  filled = words;
}

static uint64_t nanos(struct timeval t)
{
  return t.tv_sec * 1000000000ull + t.tv_usec * 1000ull;
}

static void finish(int complete)
{
  struct rusage used;
  int i;
  getrusage(RUSAGE_SELF, &used);
  mix_in();
  write_word(digest);
  write_word(steps);
  write_word(complete);
  write_word(nanos(used.ru_utime) + nanos(used.ru_stime));
  for (i = 0; i < ALLOWANCES; i++) write_word(allowed[i]);
  write_word(0x4C45544845454E44u);
  flush_words();
}

static void at_exit(void)
{
  finish(1);
}

/* Unix._exit goes past at_exit, but not past us. */
void _exit(int code)
{
  finish(1);
  leave(code);
}

void __real_caml_parse_ocamlrunparam(void);

void __wrap_caml_parse_ocamlrunparam(void)
{
  __real_caml_parse_ocamlrunparam();
  if (minor_words != 0) caml_init_minor_heap_wsz = minor_words;
}

/* Code: an area is the main program (0), the callback stub, or a fragment; numbered as they are first seen. */

#define STUB 0xFFFFu

struct area {
  char *start, *end;
  uint64_t number;
  uint64_t *instructions; /* by offset, 0 where not yet computed */
};

static struct area *areas; /* by the runtime's number of the fragment, which is never used twice */
static int area_count;
static uint64_t areas_seen;
static struct area nowhere;
static struct area *recent = &nowhere;

/* The program's own code: area 0, since its first instruction is the first of all. */
static uintnat main_start, main_bytes;

/* All code that was seen lies between: what is not there, needs no search. */
static uintnat code_low = UINTPTR_MAX, code_high;

static struct area *find_area(char *pc)
{
  struct code_fragment *f = caml_find_code_fragment_by_pc(pc);
  struct area *a;
  if (f == NULL) return NULL;
  if (f->fragnum >= area_count) {
    int n = f->fragnum * 2 + 16;
    size_t at = recent - areas;
    int moved = recent != &nowhere;
    areas = realloc(areas, n * sizeof(*areas));
    memset(areas + area_count, 0, (n - area_count) * sizeof(*areas));
    area_count = n;
    if (moved) recent = areas + at;
  }
  a = &areas[f->fragnum];
  if (a->start == NULL) {
    a->start = f->code_start;
    a->end = f->code_end;
    if ((uintnat)a->start < code_low) code_low = (uintnat)a->start;
    if ((uintnat)a->end > code_high) code_high = (uintnat)a->end;
    a->number = f->digest_status == DIGEST_IGNORE ? STUB : areas_seen++;
    if (a->number == 0) {
      main_start = (uintnat)a->start;
      main_bytes = a->end - a->start;
    }
    a->instructions = calloc((a->end - a->start) / sizeof(opcode_t) + 1, sizeof(uint64_t));
  }
  return a;
}

static inline struct area *area_of(char *pc)
{
  struct area *a = recent;
  if (pc < a->start || pc >= a->end) {
    a = find_area(pc);
    if (a == NULL) leave(125);
    recent = a;
  }
  return a;
}

void __real_caml_remove_code_fragment(struct code_fragment *f);

void __wrap_caml_remove_code_fragment(struct code_fragment *f)
{
  if (f->fragnum < area_count) {
    free(areas[f->fragnum].instructions);
    memset(&areas[f->fragnum], 0, sizeof(*areas));
  }
  recent = &nowhere;
  __real_caml_remove_code_fragment(f);
}

/* The instruction in one word: opcode, and above it a digest of the operands. Primitives count by name, since each
   machine numbers them for itself. The cache that GETPUBMET writes into its code is left out. */
static uint64_t instruction(code_t pc)
{
  opcode_t op = *pc;
  int count = lethe_operand_counts[op];
  int primitive = lethe_primitive_operand[op];
  uint64_t h = op;
  int i;
  if (count == -1) count = 1 + (pc[1] & 0xFFFF) + ((uint32_t)pc[1] >> 16);
  if (count == -2) count = 2 + pc[1];
  for (i = 0; i < count; i++) {
    if (i == primitive) {
      int n = pc[1 + i];
      const char *name = n < caml_prim_name_table.size ? caml_prim_name_table.contents[n] : "";
      for (; *name != 0; name++) h = mix(h, (unsigned char)*name);
    } else {
      h = mix(h, (uint32_t)pc[1 + i]);
    }
  }
  return (h & ~(uint64_t)0xFF) | op;
}

/* Values: the words of lethe.vm.step. Each function gets where to write, and gives where to go on. What is common, integers and
   blocks of fields, is told in line; the rest by functions of its own. */

static inline int is_in_main(uintnat p)
{
  return p - main_start <= main_bytes;
}

static inline uint64_t main_offset(uintnat p)
{
  return (p - main_start) / sizeof(opcode_t);
}

/* The runtime's table of pages is slow to ask. A page that holds values does so until the heap is compacted. */
#define KNOWN_PAGES 4096

static uintnat known_pages[KNOWN_PAGES];
static intnat known_until;

static OUT_OF_LINE int is_in_value_page(value v)
{
  uintnat page = (uintnat)v >> Page_log;
  if (!Is_in_value_area(v)) return 0;
  if (known_until != Caml_state_field(stat_compactions)) {
    memset(known_pages, 0, sizeof(known_pages));
    known_until = Caml_state_field(stat_compactions);
  }
  known_pages[page % KNOWN_PAGES] = page;
  return 1;
}

static inline int is_value_block(value v)
{
  uintnat page = (uintnat)v >> Page_log;
  if (Is_young(v)) return 1;
  return (known_pages[page % KNOWN_PAGES] == page && known_until == Caml_state_field(stat_compactions))
         || is_in_value_page(v);
}

static uint64_t boxed_kind(value v)
{
  struct custom_operations *ops = Custom_ops_val(v);
  return ops == &caml_int32_ops ? 1 : ops == &caml_int64_ops ? 2 : ops == &caml_nativeint_ops ? 3 : 0;
}

static inline uint64_t header_word(value v)
{
  header_t header = Hd_val(v);
  tag_t tag = Tag_hd(header);
  /* How many words stand for what is the runtime's own differs. */
  uint64_t size = tag == Custom_tag ? boxed_kind(v) : tag == Abstract_tag ? 0 : Wosize_hd(header);
  return (size << 16) | ((uint64_t)tag << 8) | 4;
}

/* What a forwarding block forwards to, where the collector might have put that in its place; else the value itself. */
static OUT_OF_LINE value forwarded(value v)
{
  while (Is_block(v) && Is_in_value_area(v) && Tag_val(v) == Forward_tag) {
    value next = Forward_val(v);
    if (Is_block(next)
        && (!Is_in_value_area(next) || Tag_val(next) == Forward_tag || Tag_val(next) == Lazy_tag
            || Tag_val(next) == Double_tag))
      break;
    allowed[FORWARDED]++;
    v = next;
  }
  return v;
}

/* The word that ours has in the place of an address of code, which holds area and offset (CodeAddress.java); 0 if it is none. */
uint64_t word_of_code(char *address)
{
  struct area *a = find_area(address);
  return a == NULL ? 0 : (a->number << 26) | ((uint64_t)((code_t)address - (code_t)a->start) << 2) | 2;
}

/* The address that has that word; NULL if none has. */
char *code_of_word(uint64_t word)
{
  int i;
  for (i = 0; i < area_count; i++) {
    if (areas[i].start != NULL && areas[i].number == word >> 26) {
      char *address = areas[i].start + (word & 0x3FFFFFC);
      return (word & 3) == 2 && address < areas[i].end ? address : NULL;
    }
  }
  return NULL;
}

/* What looks like an integer, but as a slot of a backtrace is an address of code. */
static OUT_OF_LINE uint64_t number_word(value v)
{
  uint64_t word = word_of_code((char *)v - 1);
  if (word == 0) return v;
  allowed[BACKTRACE_SLOT]++;
  return word | 1;
}

/* A word that is no integer and no block. */
static OUT_OF_LINE uint64_t address_word(value v)
{
  struct area *a = find_area((char *)v);
  return a == NULL ? 0 : (a->number << 40) | ((uint64_t)((code_t)v - (code_t)a->start) << 8) | 2;
}

/* The word of a value whose content is not looked at. */
static inline uint64_t word_of(value v)
{
  if (Is_long(v)) return UNLIKELY(v - code_low < code_high - code_low) ? number_word(v) : v;
  if (is_in_main(v)) return main_offset(v) << 8 | 2;
  if (UNLIKELY(!is_value_block(v))) return address_word(v);
  if (UNLIKELY(Tag_val(v) == Forward_tag)) {
    value seen = forwarded(v);
    if (seen != v) return word_of(seen);
  }
  return header_word(v);
}

static inline uint64_t *put_words(uint64_t *to, value v, mlsize_t size)
{
  mlsize_t i;
  for (i = 0; i < size && i < FIELDS; i++) *to++ = Field(v, i);
  return to;
}

static OUT_OF_LINE uint64_t *put_unscanned(uint64_t *to, value v)
{
  mlsize_t size = Wosize_val(v);
  switch (Tag_val(v)) {
  case Infix_tag:
    *to++ = word_of(Field(v, 0));
    return to;
  case Custom_tag:
    switch (boxed_kind(v)) {
    case 1: *to++ = (int64_t)Int32_val(v); break;
    case 2: *to++ = Int64_val(v); break;
    case 3: *to++ = Nativeint_val(v); break;
    }
    return to;
  case String_tag:
    /* The last word tells the length. */
    if (size > FIELDS) *to++ = Field(v, size - 1);
    return put_words(to, v, size);
  case Double_tag:
  case Double_array_tag:
    return put_words(to, v, size);
  }
  return to; /* of what is abstract, nothing */
}

static inline uint64_t *put_value(uint64_t *to, value v)
{
  uint64_t word = word_of(v);
  mlsize_t i, size;
  tag_t tag;
  *to++ = word;
  if ((word & 7) != 4) return to;
  tag = Tag_val(v);
  if (UNLIKELY(tag == Forward_tag)) {
    v = forwarded(v);
    tag = Tag_val(v);
  }
  if (UNLIKELY(tag == Infix_tag || tag >= No_scan_tag)) return put_unscanned(to, v);
  size = Wosize_val(v);
  for (i = 0; i < size && i < FIELDS; i++) *to++ = word_of(Field(v, i));
  return to;
}

/* Steps. */

static code_t step_pc;
static value step_env;

/* POPTRAP runs pending actions and then is executed again: the second time is no step. */
static code_t again_pc;
static value *again_sp;

static int is_again(code_t pc, value *sp)
{
  if (again_pc == NULL) return 0;
  if (pc == again_pc && sp == again_sp) {
    again_pc = NULL;
    if (caml_something_to_do) return is_again(pc, sp);
    allowed[POPTRAP_AGAIN]++;
    return 1;
  }
  if (sp > again_sp) again_pc = NULL; /* an action raised */
  return 0;
}

static inline uint64_t *put_values(uint64_t *to, value env, value accu, value *sp, uint64_t depth)
{
  int all = detail == ALL || steps % SAMPLE == 0;
  int i;
  if (all) to = put_value(to, env);
  to = put_value(to, accu);
  if (all) {
    for (i = 0; i < SLOTS && i < depth; i++) to = put_value(to, sp[i]);
  }
  return to;
}

static OUT_OF_LINE void write_step(uint64_t *word)
{
  write_word(filled - word);
  while (word < filled) write_word(*word++);
  filled = words;
  if (steps == to) {
    finish(0);
    leave(0);
  }
}

static inline void step(code_t pc, value env, value accu, value *sp)
{
  struct area *a = area_of((char *)pc);
  uint64_t offset = pc - (code_t)a->start;
  uint64_t depth = Caml_state_field(stack_high) - sp;
  uint64_t insn, *start;
  if (is_again(pc, sp)) return;
  if (*pc == POPTRAP && caml_something_to_do) {
    again_pc = pc;
    again_sp = sp;
  }
  if (UNLIKELY(steps == limit && limit != 0)) {
    finish(0);
    leave(0);
  }
  steps++;
  if (to != 0 && steps < from) return;
  if (a->number == STUB) {
    insn = instruction(pc); /* its operands are written anew at each call */
  } else {
    insn = a->instructions[offset];
    if (insn == 0) insn = a->instructions[offset] = instruction(pc);
  }
  start = filled;
  start[0] = (a->number << 48) | (offset << 24) | depth;
  start[1] = insn;
  filled = detail == PLACE ? start + 2 : put_values(start + 2, env, accu, sp, depth);
  if (to != 0) {
    write_step(start);
  } else if (--left_in_block == 0) {
    left_in_block = block_steps;
    mix_in();
    write_word(digest);
  } else if (UNLIKELY(filled > words + PLACES - MOST_WORDS)) {
    mix_in();
  }
}

/* What the interpreter calls, in this order, before each instruction. */

intnat caml_icount = -1;

void caml_stop_here(void) {}

char *caml_instr_string(code_t pc)
{
  return "";
}

void caml_disasm_instr(code_t pc)
{
  step_pc = pc;
}

void caml_trace_value_file(value v, code_t prog, asize_t length, FILE *f)
{
  step_env = v;
}

void caml_trace_accu_sp_file(value accu, value *sp, code_t prog, asize_t length, FILE *f)
{
  step(step_pc, step_env, accu, sp);
}

/* And what it prints between them. */

int __wrap___printf_chk(int flag, const char *format, ...)
{
  return 0;
}

int __wrap_putc(int c, FILE *f)
{
  return c;
}

int __wrap_fflush(FILE *f)
{
  return 0;
}

/* The program gets the descriptors, and as many, that it would get without us. */
static int out_of_the_way(int descriptor)
{
  struct rlimit limit;
  int high;
  getrlimit(RLIMIT_NOFILE, &limit);
  high = limit.rlim_cur;
  if (limit.rlim_cur < limit.rlim_max) {
    limit.rlim_cur++;
    setrlimit(RLIMIT_NOFILE, &limit);
  } else {
    high--;
  }
  high = fcntl(descriptor, F_DUPFD_CLOEXEC, high);
  close(descriptor);
  return high;
}

extern char **environ;

static int by_name(const void *a, const void *b)
{
  return strcmp(*(char **)a, *(char **)b);
}

int main(int argc, char **argv)
{
  char **program = argv + 5;
  size_t variables;
  if (argc < 9) {
    fprintf(stderr, "tracer FILE DETAIL BLOCK FROM TO LIMIT MINOR PROGRAM ARGUMENTS...\n");
    return 2;
  }
  out = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (out < 0) {
    perror(argv[1]);
    return 2;
  }
  out = out_of_the_way(out);
  set_factors();
  detail = argv[2][0];
  left_in_block = block_steps = strtoull(argv[3], NULL, 10);
  from = strtoull(argv[4], NULL, 10);
  to = strtoull(argv[5], NULL, 10);
  limit = strtoull(argv[6], NULL, 10);
  minor_words = strtoull(argv[7], NULL, 10);
  for (variables = 0; environ[variables] != NULL; variables++);
  qsort(environ, variables, sizeof(*environ), by_name);
  program[0] = "ocamlrun"; /* -t twice: the interpreter tells env, accu and stack too */
  program[1] = "-t";
  program[2] = "-t";
  atexit(at_exit);
  caml_main(program);
  caml_do_exit(0);
}
