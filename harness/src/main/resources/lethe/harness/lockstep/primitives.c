/* What the tracer's table of primitives (TracerSource.java) has in the place of some of the runtime's: those whose result is
   another one each time, or is the affair of collector and C library. Ours gives the same. */

#define CAML_INTERNALS
#define CAML_NAME_SPACE
#define DEBUG /* the layout of the debug runtime */
#include <math.h>
#include <quadmath.h>
#include <string.h>
#include <caml/alloc.h>
#include <caml/bigarray.h>
#include <caml/fix_code.h>
#include <caml/memory.h>
#include <caml/mlvalues.h>
#include "tracer.h"

value lethe_sys_random_seed(value unit)
{
  value seed = caml_alloc(12, 0);
  int i;
  allowed[FIXED_SEED]++;
  for (i = 0; i < 12; i++) Field(seed, i) = Val_int(0);
  return seed;
}

value lethe_sys_time(value unit)
{
  allowed[FIXED_CLOCK]++;
  return caml_copy_double(0.0);
}

static value zeros(int fields)
{
  CAMLparam0();
  CAMLlocal2(block, zero);
  int i;
  allowed[COLLECTOR_FIGURES]++;
  block = caml_alloc(fields, 0);
  for (i = 0; i < 3; i++) {
    zero = caml_copy_double(0.0);
    Store_field(block, i, zero);
  }
  for (; i < fields; i++) Store_field(block, i, Val_int(0));
  CAMLreturn(block);
}

value lethe_gc_stat(value unit)
{
  return zeros(17);
}

value lethe_gc_counters(value unit)
{
  return zeros(3);
}

/* The minor heap that the reference was given (Job.java), and the one that ours has by itself. */
#define OUR_MINOR_WORDS 32768
#define GIVEN_MINOR_WORDS (8 << 20)

value caml_gc_get(value unit);

value lethe_gc_get(value unit)
{
  value parameters = caml_gc_get(unit);
  allowed[COLLECTOR_FIGURES]++;
  if (Field(parameters, 0) == Val_long(GIVEN_MINOR_WORDS)) Field(parameters, 0) = Val_long(OUR_MINOR_WORDS);
  return parameters;
}

value lethe_gc_minor_words(value unit)
{
  allowed[COLLECTOR_FIGURES]++;
  return caml_copy_double(0.0);
}

value lethe_get_minor_free(value unit)
{
  allowed[COLLECTOR_FIGURES]++;
  return Val_int(0);
}

value lethe_runtime_text(value unit)
{
  allowed[COLLECTOR_FIGURES]++;
  return caml_copy_string("");
}

value caml_memprof_start(value rate, value frames, value tracker);

value lethe_memprof_start(value rate, value frames, value tracker)
{
  allowed[MEMORY_PROFILE]++;
  return caml_memprof_start(rate, frames, tracker);
}

value caml_final_register(value function, value block);
value caml_final_register_called_without_value(value function, value block);

value lethe_final_register(value function, value block)
{
  allowed[FINALISER]++;
  return caml_final_register(function, block);
}

value lethe_final_register_called_without_value(value function, value block)
{
  allowed[FINALISER]++;
  return caml_final_register_called_without_value(function, block);
}

value caml_obj_raw_field(value block, value position);
value caml_obj_set_raw_field(value block, value position, value word);

value lethe_obj_raw_field(value block, value position)
{
  uint64_t word = word_of_code((char *)Field(block, Long_val(position)));
  if (word == 0) return caml_obj_raw_field(block, position);
  allowed[CODE_ADDRESS]++;
  return caml_copy_nativeint(word);
}

value lethe_obj_set_raw_field(value block, value position, value word)
{
  char *address = code_of_word(Nativeint_val(word));
  if (address == NULL) return caml_obj_set_raw_field(block, position, word);
  allowed[CODE_ADDRESS]++;
  Field(block, Long_val(position)) = (value)address;
  return Val_unit;
}

value caml_create_bytes(value length);
value caml_make_float_vect(value length);

value lethe_create_bytes(value length)
{
  value bytes = caml_create_bytes(length);
  allowed[FRESH_CONTENT]++;
  memset(Bytes_val(bytes), 0, caml_string_length(bytes));
  return bytes;
}

value lethe_make_float_vect(value length)
{
  value floats = caml_make_float_vect(length);
  allowed[FRESH_CONTENT]++;
  memset(Op_val(floats), 0, Bosize_val(floats));
  return floats;
}

value caml_ba_create(value kind, value layout, value dimensions);

value lethe_ba_create(value kind, value layout, value dimensions)
{
  value array = caml_ba_create(kind, layout, dimensions);
  allowed[FRESH_CONTENT]++;
  memset(Caml_ba_data_val(array), 0, caml_ba_byte_size(Caml_ba_array_val(array)));
  return array;
}

/* Functions that ours round correctly, and glibc does nearly always: rounded here from 113 bits. */

static value rounded(double theirs, __float128 exact)
{
  double ours = (double)exact;
  if (ours != theirs && ours == ours) allowed[ROUNDING]++;
  return caml_copy_double(ours == ours ? ours : theirs);
}

#define ROUNDED(f) \
  value lethe_##f##_float(value a) \
  { \
    return rounded(f(Double_val(a)), f##q(Double_val(a))); \
  }

#define ROUNDED2(f) \
  value lethe_##f##_float(value a, value b) \
  { \
    return rounded(f(Double_val(a), Double_val(b)), f##q(Double_val(a), Double_val(b))); \
  }

ROUNDED(sin)
ROUNDED(cos)
ROUNDED(tan)
ROUNDED(asin)
ROUNDED(acos)
ROUNDED(atan)
ROUNDED(exp)
ROUNDED(exp2)
ROUNDED(log)
ROUNDED(log10)
ROUNDED(log2)
ROUNDED2(atan2)
ROUNDED2(pow)
