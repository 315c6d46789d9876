(* Prints what the installed OCaml answers to calls of its primitives, a call a line: the table beside this file.
   Values: 42, "text" (as %S), f with 16 hexadecimal digits (the bits of a float), 5l 5L 5n, [tag: fields],
   [|floats|]; a result may be an exception: !Failure("text"). *)

let rec show v =
  if Obj.is_int v then string_of_int (Obj.obj v)
  else
    let fields size get = String.concat " " (List.init size get) in
    let bits d = Printf.sprintf "f%016Lx" (Int64.bits_of_float d) in
    match Obj.tag v with
    | t when t = Obj.string_tag -> Printf.sprintf "%S" (Obj.obj v)
    | t when t = Obj.double_tag -> bits (Obj.obj v)
    | t when t = Obj.double_array_tag ->
        let a : float array = Obj.obj v in
        "[|" ^ fields (Array.length a) (fun i -> bits a.(i)) ^ "|]"
    | t when t = Obj.custom_tag -> (
        match (Marshal.to_string v []).[22] with
        | 'i' -> Printf.sprintf "%ldl" (Obj.obj v)
        | 'j' -> Printf.sprintf "%LdL" (Obj.obj v)
        | _ -> Printf.sprintf "%ndn" (Obj.obj v))
    | t -> Printf.sprintf "[%d: %s]" t (fields (Obj.size v) (fun i -> show (Obj.field v i)))

let row name args call =
  let result =
    match call () with
    | v -> show v
    | exception Failure s -> Printf.sprintf "!Failure(%S)" s
    | exception Invalid_argument s -> Printf.sprintf "!Invalid_argument(%S)" s
    | exception Division_by_zero -> "!Division_by_zero"
  in
  Printf.printf "%s %s = %s\n" name (String.concat " " (List.map show args)) result

let r = Obj.repr
let c1 name f a = row name [ r a ] (fun () -> r (f a))
let c2 name f a b = row name [ r a; r b ] (fun () -> r (f a b))
let c3 name f a b c = row name [ r a; r b; r c ] (fun () -> r (f a b c))
let c4 name f a b c d = row name [ r a; r b; r c; r d ] (fun () -> r (f a b c d))
let each l f = List.iter f l
let ints = [ 0; 1; -1; 2; -2; 7; 10; -10; 255; 256; -256; 65535; 1000000007; -123456789; max_int; min_int; 1 lsl 31; 1 lsl 32 ]

(* Integers as text *)
external format_int : string -> int -> string = "caml_format_int"
external format32 : string -> int32 -> string = "caml_int32_format"
external format64 : string -> int64 -> string = "caml_int64_format"
external format_native : string -> nativeint -> string = "caml_nativeint_format"
external int_of_string : string -> int = "caml_int_of_string"
external int32_of_string : string -> int32 = "caml_int32_of_string"
external int64_of_string : string -> int64 = "caml_int64_of_string"
external nativeint_of_string : string -> nativeint = "caml_nativeint_of_string"

let int_formats =
  [ "%d"; "%i"; "%u"; "%x"; "%X"; "%o"; "%5d"; "%-5d"; "%05d"; "%+d"; "% d"; "%#x"; "%#X"; "%#o"; "%.3d"; "%8.3d"; "%-8.3x"; "%+08d"; "%08x"; "%.0d"; "%#.0o"; "%#.5o"; "%#08x"; "%-08d"; "% 05d" ]

let () =
  each int_formats (fun f -> each ints (c2 "caml_format_int" format_int f));
  c2 "caml_format_int" format_int "%00000000000000000000000000028d" 7;
  c2 "caml_format_int" format_int "%0000000000000000000000000028d" 7;
  each [ "%d"; "%u"; "%x"; "%o"; "%08x"; "%+d" ] (fun f ->
      each ints (fun n ->
          c2 "caml_int32_format" format32 f (Int32.of_int n);
          c2 "caml_int64_format" format64 f (Int64.of_int n);
          c2 "caml_nativeint_format" format_native f (Nativeint.of_int n));
      c2 "caml_int64_format" format64 f Int64.min_int;
      c2 "caml_int64_format" format64 f Int64.max_int);
  each
    [ ""; "0"; "-0"; "+0"; "1"; "-1"; "+1"; "12"; " 1"; "1 "; "1_000"; "1__0"; "_1"; "-_1"; "1_"; "0x"; "0x_1"; "0x1_"; "0xff"; "0XFF"; "-0xff"; "0o17"; "0O17"; "0o8"; "0b101"; "0B101"; "0b2"; "0u5"; "0U5"; "-0u5"; "a"; "--1"; "-"; "+"; "0x7fffffffffffffff"; "0x8000000000000000"; "0xffffffffffffffff"; "0x10000000000000000"; "4611686018427387903"; "4611686018427387904"; "-4611686018427387904"; "-4611686018427387905"; "9223372036854775807"; "9223372036854775808"; "-9223372036854775808"; "-9223372036854775809"; "0u4611686018427387904"; "0u9223372036854775807"; "0u9223372036854775808"; "0u18446744073709551615"; "0u18446744073709551616"; "2147483647"; "2147483648"; "-2147483648"; "-2147483649"; "0x7fffffff"; "0x80000000"; "0xffffffff"; "0x100000000"; "0u4294967295"; "0u4294967296"; "-0x80000000"; "0b11111111111111111111111111111111"; "1l"; "1.0"; "1\0000"; "12a"; "0xg" ]
    (fun s ->
      c1 "caml_int_of_string" int_of_string s;
      c1 "caml_int32_of_string" int32_of_string s;
      c1 "caml_int64_of_string" int64_of_string s;
      c1 "caml_nativeint_of_string" nativeint_of_string s)

(* Boxed integers *)
external div32 : int32 -> int32 -> int32 = "caml_int32_div"
external mod32 : int32 -> int32 -> int32 = "caml_int32_mod"
external mul32 : int32 -> int32 -> int32 = "caml_int32_mul"
external add32 : int32 -> int32 -> int32 = "caml_int32_add"
external shl32 : int32 -> int -> int32 = "caml_int32_shift_left"
external shr32 : int32 -> int -> int32 = "caml_int32_shift_right"
external shru32 : int32 -> int -> int32 = "caml_int32_shift_right_unsigned"
external swap32 : int32 -> int32 = "caml_int32_bswap"
external bits32 : float -> int32 = "caml_int32_bits_of_float"
external unbits32 : int32 -> float = "caml_int32_float_of_bits"
external of_float32 : float -> int32 = "caml_int32_of_float"
external div64 : int64 -> int64 -> int64 = "caml_int64_div"
external mod64 : int64 -> int64 -> int64 = "caml_int64_mod"
external mul64 : int64 -> int64 -> int64 = "caml_int64_mul"
external shru64 : int64 -> int -> int64 = "caml_int64_shift_right_unsigned"
external to_int64 : int64 -> int = "caml_int64_to_int"
external to_int32 : int64 -> int32 = "caml_int64_to_int32"
external swap64 : int64 -> int64 = "caml_int64_bswap"
external of_float64 : float -> int64 = "caml_int64_of_float"
external to_float64 : int64 -> float = "caml_int64_to_float"
external swap16 : int -> int = "caml_bswap16"

let () =
  let l = [ 0l; 1l; -1l; 7l; -7l; 65536l; 123456789l; Int32.max_int; Int32.min_int ] in
  each l (fun a ->
      c1 "caml_int32_bswap" swap32 a;
      c1 "caml_int32_float_of_bits" unbits32 a;
      each [ 0; 1; 5; 31 ] (fun n ->
          c2 "caml_int32_shift_left" shl32 a n;
          c2 "caml_int32_shift_right" shr32 a n;
          c2 "caml_int32_shift_right_unsigned" shru32 a n);
      each l (fun b ->
          c2 "caml_int32_add" add32 a b;
          c2 "caml_int32_mul" mul32 a b;
          c2 "caml_int32_div" div32 a b;
          c2 "caml_int32_mod" mod32 a b));
  let big = [ 0L; 1L; -1L; 7L; -7L; 0x123456789abcdefL; Int64.max_int; Int64.min_int ] in
  each big (fun a ->
      c1 "caml_int64_bswap" swap64 a;
      c1 "caml_int64_to_int" to_int64 a;
      c1 "caml_int64_to_int32" to_int32 a;
      c1 "caml_int64_to_float" to_float64 a;
      each [ 0; 1; 5; 63 ] (c2 "caml_int64_shift_right_unsigned" shru64 a);
      each big (fun b ->
          c2 "caml_int64_mul" mul64 a b;
          c2 "caml_int64_div" div64 a b;
          c2 "caml_int64_mod" mod64 a b));
  each ints (c1 "caml_bswap16" swap16)

(* Floats *)
external int_of_float : float -> int = "caml_int_of_float"
external format_float : string -> float -> string = "caml_format_float"
external hexstring : float -> int -> char -> string = "caml_hexstring_of_float"
external float_of_string : string -> float = "caml_float_of_string"
external add : float -> float -> float = "caml_add_float"
external sub : float -> float -> float = "caml_sub_float"
external mul : float -> float -> float = "caml_mul_float"
external div : float -> float -> float = "caml_div_float"
external fmod : float -> float -> float = "caml_fmod_float"
external compare_float : float -> float -> int = "caml_float_compare"
external copysign : float -> float -> float = "caml_copysign_float"
external nextafter : float -> float -> float = "caml_nextafter_float"
external power : float -> float -> float = "caml_power_float"
external neg : float -> float = "caml_neg_float"
external abs_float : float -> float = "caml_abs_float"
external sqrt : float -> float = "caml_sqrt_float"
external floor : float -> float = "caml_floor_float"
external ceil : float -> float = "caml_ceil_float"
external trunc : float -> float = "caml_trunc_float"
external round : float -> float = "caml_round_float"
external frexp : float -> float * int = "caml_frexp_float"
external modf : float -> float * float = "caml_modf_float"
external ldexp : float -> int -> float = "caml_ldexp_float"
external classify : float -> fpclass = "caml_classify_float"
external signbit : float -> bool = "caml_signbit_float"

let floats =
  [ 0.; -0.; 1.; -1.; 0.5; 1.5; 2.5; -0.5; -2.5; 0.1; 3.14; 1e10; 123456.789; 1e15; 1e16; 1e22; 1e23; 1e100; 1e-5; 1e-4; 0.000123456; 9.9999995; 999999.5; 5e-324; 2.2250738585072014e-308; 2.2250738585072011e-308; 1.7976931348623157e308; 4611686018427387904.; 4.7e18; -4611686018427387904.; 9223372036854775808.; -9223372036854775808.; 3e9; -2147483648.; -2147483648.5; 2147483647.9; 4503599627370497.5; infinity; neg_infinity; nan; Int64.float_of_bits 0xfff8000000000000L ]

let () =
  each
    [ "%.12g"; "%.15g"; "%.17g"; "%.18g"; "%f"; "%.0f"; "%.1f"; "%.3f"; "%e"; "%.0e"; "%.3e"; "%E"; "%g"; "%G"; "%.0g"; "%#g"; "%#.0f"; "%#.3e"; "%10.2f"; "%-10.2f"; "%+.2f"; "% .2f"; "%010.2f"; "%+010g"; "%.40f" ]
    (fun f -> each floats (c2 "caml_format_float" format_float f));
  each floats (fun d ->
      each [ -1; 0; 3; 12; 16 ] (fun p -> c3 "caml_hexstring_of_float" hexstring d p '-');
      c3 "caml_hexstring_of_float" hexstring d (-1) '+';
      c3 "caml_hexstring_of_float" hexstring d (-1) ' ';
      c1 "caml_int_of_float" int_of_float d;
      c1 "caml_int32_of_float" of_float32 d;
      c1 "caml_int64_of_float" of_float64 d;
      c1 "caml_int32_bits_of_float" bits32 d;
      c1 "caml_neg_float" neg d;
      c1 "caml_abs_float" abs_float d;
      c1 "caml_sqrt_float" sqrt d;
      c1 "caml_floor_float" floor d;
      c1 "caml_ceil_float" ceil d;
      c1 "caml_trunc_float" trunc d;
      c1 "caml_round_float" round d;
      c1 "caml_frexp_float" frexp d;
      c1 "caml_modf_float" modf d;
      c1 "caml_classify_float" classify d;
      c1 "caml_signbit_float" signbit d;
      each [ 0; 1; -1; 60; -60; 2000; -2000 ] (c2 "caml_ldexp_float" ldexp d));
  let few = [ 0.; -0.; 1.; -1.; 4.; 1e308; 5e-324; infinity; neg_infinity; nan; -.nan ] in
  each few (fun a ->
      each few (fun b ->
          c2 "caml_add_float" add a b;
          c2 "caml_sub_float" sub a b;
          c2 "caml_mul_float" mul a b;
          c2 "caml_div_float" div a b;
          c2 "caml_fmod_float" fmod a b;
          c2 "caml_float_compare" compare_float a b;
          c2 "caml_copysign_float" copysign a b;
          c2 "caml_nextafter_float" nextafter a b;
          c2 "caml_power_float" power a b));
  each
    [ ""; " "; "1"; "1."; ".5"; "."; "-.5e1"; "1e"; "1e5"; "1E+05"; "1e-5"; " 1"; "\t1"; "1 "; "1_000.5"; "_1"; "__"; "inf"; "-inf"; "+inf"; "infinity"; "INFINITY"; "infinit"; "nan"; "-nan"; "NaN"; "0x1p3"; "0x1.8"; "-0x1.8p1"; "0X.8P-1"; "0x"; "0xp1"; "0x1p"; "0x1.2.3"; "0x_1"; "0x1_0p1"; "0x1.fffffffffffff8p0"; "0x1.fffffffffffff80001p0"; "0x123456789abcdef0123"; "0x0.0000000000001p-1022"; "0x0.00000000000018p-1022"; "0x1p-1074"; "0x1p-1075"; "0x1.8p-1075"; "0x1p1024"; "0x1p99999"; " 0x1p1"; "1e400"; "-1e400"; "1e-400"; "4.9e-324"; "2.4703282292062327e-324"; "2.4703282292062328e-324"; "1.7976931348623158e308"; "1.7976931348623159e308"; "9007199254740993"; "0.1"; "123456789012345678901234567890"; "1f"; "1d"; "1.5abc"; "e5"; "+1.5"; "--1"; "1e99999999999"; "1\000" ]
    (c1 "caml_float_of_string" float_of_string)

(* Hash and comparison *)
external hash : int -> int -> int -> Obj.t -> int = "caml_hash"
external compare : Obj.t -> Obj.t -> int = "caml_compare"
external equal : Obj.t -> Obj.t -> bool = "caml_equal"
external lessthan : Obj.t -> Obj.t -> bool = "caml_lessthan"
external lessequal : Obj.t -> Obj.t -> bool = "caml_lessequal"
external greaterthan : Obj.t -> Obj.t -> bool = "caml_greaterthan"
external greaterequal : Obj.t -> Obj.t -> bool = "caml_greaterequal"
external notequal : Obj.t -> Obj.t -> bool = "caml_notequal"

let () =
  let values =
    List.map r ints
    @ List.map r floats
    @ List.map r [ ""; "a"; "ab"; "abc"; "abcd"; "abcde"; "12345678"; "123456789"; "\255\254\253"; String.make 50 'x' ]
    @ List.map r [ 0l; 1l; -1l; Int32.min_int ]
    @ List.map r [ 0L; 1L; -1L; 0x123456789abcdefL; Int64.min_int ]
    @ List.map r [ 0n; 1n; -1n; Nativeint.min_int; 0x123456789abcdefn ]
    @ [ r [ 1; 2; 3 ]; r (1, "x", 2.0); r (Some [| 1.; 2. |]); r [||]; r (Some (Some None)); r [ "a"; "b" ]; r (List.init 20 (fun i -> i)); r [| 1.; nan |]; r (Array.init 12 float_of_int); r (ref 0); r (Ok 1, Error 2); r [| [| 1 |]; [| 2; 3 |] |] ]
  in
  each values (fun v ->
      c4 "caml_hash" hash 10 100 0 v;
      c4 "caml_hash" hash 3 5 0 v);
  let some =
    List.map r [ 0; 1; -1; max_int; min_int ]
    @ List.map r [ 0.; -0.; 1.; nan; infinity ]
    @ List.map r [ ""; "a"; "b"; "ab"; "\255" ]
    @ [ r 0l; r 1l; r (-1l); r 0L; r 1L; r (-1L); r 0n; r 5n ]
    @ [ r [ 1; 2 ]; r [ 1; 3 ]; r [ 1 ]; r (1, 2, 3); r [| 1.; 2. |]; r [| 1.; nan |]; r [| 1. |]; r (Error 1); r (Ok 1); r [||]; r [ nan ]; r ([ 1 ], "z"); r ([ 1 ], "a") ]
  in
  each some (fun a ->
      each some (fun b ->
          c2 "caml_compare" compare a b));
  let few = [ r 0; r 1; r 0.; r nan; r "a"; r "b"; r [| 1.; nan |]; r [ nan ] ] in
  each few (fun a ->
      each few (fun b ->
          c2 "caml_equal" equal a b;
          c2 "caml_notequal" notequal a b;
          c2 "caml_lessthan" lessthan a b;
          c2 "caml_lessequal" lessequal a b;
          c2 "caml_greaterthan" greaterthan a b;
          c2 "caml_greaterequal" greaterequal a b))

(* Strings, arrays, digests *)
external string_compare : string -> string -> int = "caml_string_compare"
external string_equal : string -> string -> bool = "caml_string_equal"
external string_lessthan : string -> string -> bool = "caml_string_lessthan"
external string_get : string -> int -> char = "caml_string_get"
external get16 : string -> int -> int = "caml_string_get16"
external get32 : string -> int -> int32 = "caml_string_get32"
external get64 : string -> int -> int64 = "caml_string_get64"
external create_bytes : int -> bytes = "caml_create_bytes"
external make_vect : int -> Obj.t -> Obj.t = "caml_make_vect"
external make_array : Obj.t -> Obj.t = "caml_make_array"
external array_get : Obj.t -> int -> Obj.t = "caml_array_get"
external array_sub : Obj.t -> int -> int -> Obj.t = "caml_array_sub"
external array_append : Obj.t -> Obj.t -> Obj.t = "caml_array_append"
external array_concat : Obj.t list -> Obj.t = "caml_array_concat"
external md5 : string -> int -> int -> string = "caml_md5_string"
external obj_block : int -> int -> Obj.t = "caml_obj_block"
external obj_tag : Obj.t -> int = "caml_obj_tag"
external obj_dup : Obj.t -> Obj.t = "caml_obj_dup"
external with_tag : int -> Obj.t -> Obj.t = "caml_obj_with_tag"

let () =
  let strings = [ ""; "a"; "b"; "abc"; "abd"; "abcdefgh"; "abcdefghi"; "abcdefgx"; "\000"; "\000\000"; "\127"; "\128"; "1234567\000"; "1234567" ] in
  each strings (fun a ->
      each strings (fun b ->
          c2 "caml_string_compare" string_compare a b;
          c2 "caml_string_equal" string_equal a b;
          c2 "caml_string_lessthan" string_lessthan a b);
      c3 "caml_md5_string" md5 a 0 (String.length a));
  let s = "\001\002\253\254\255abcdefgh" in
  each [ -1; 0; 2; 5; 6; 9; 10; 11; 12; 13; max_int; min_int ] (fun i ->
      c2 "caml_string_get" string_get s i;
      c2 "caml_string_get16" get16 s i;
      c2 "caml_string_get32" get32 s i;
      c2 "caml_string_get64" get64 s i;
      c2 "caml_array_get" array_get (r [| 1; 2; 3 |]) i;
      c2 "caml_array_get" array_get (r [| 1.; 2.; 3. |]) i);
  each [ -1; min_int; max_int; 1 lsl 57 ] (c1 "caml_create_bytes" create_bytes);
  each [ 0; 1; 3; -1; 1 lsl 54; max_int ] (fun n ->
      c2 "caml_make_vect" make_vect n (r 7);
      c2 "caml_make_vect" make_vect n (r 1.5);
      c2 "caml_make_vect" make_vect n (r "x"));
  let arrays = [ r [||]; r [| 1; 2; 3 |]; r [| 1.; 2.; 3. |]; r [| "a"; "b"; "c" |] ] in
  each arrays (fun a ->
      c1 "caml_obj_dup" obj_dup a;
      c1 "caml_obj_tag" obj_tag a;
      c2 "caml_array_append" array_append a a;
      c2 "caml_array_append" array_append (r [||]) a;
      c1 "caml_array_concat" array_concat [ a; r [||]; a; a ];
      if Obj.size a > 0 then (
        c3 "caml_array_sub" array_sub a 1 2;
        c3 "caml_array_sub" array_sub a 1 0));
  c1 "caml_array_concat" array_concat [];
  let boxed = Obj.new_block 0 1 in
  Obj.set_field boxed 0 (r 1.5);
  c1 "caml_make_array" make_array boxed;
  c1 "caml_make_array" make_array (r [| 1; 2 |]);
  c2 "caml_obj_block" obj_block 0 0;
  c2 "caml_obj_block" obj_block 3 2;
  c2 "caml_obj_block" obj_block 255 2;
  c2 "caml_obj_block" obj_block 252 0;
  c2 "caml_obj_with_tag" with_tag 5 (r (1, 2));
  c2 "caml_obj_with_tag" with_tag 5 (r [||]);
  each [ r 1; r "s"; r 1.5; r [| 1. |]; r 1l; r (lazy (print_newline ())) ] (fun v ->
      if not (Obj.is_block v && Obj.tag v = Obj.lazy_tag) then c1 "caml_obj_tag" obj_tag v)

(* Marshalling *)
external marshal : Obj.t -> Marshal.extern_flags list -> string = "caml_output_value_to_string"
external unmarshal : string -> int -> Obj.t = "caml_input_value_from_bytes"
external data_size : string -> int -> int = "caml_marshal_data_size"

let () =
  let values =
    List.map r [ 0; 63; 64; -1; -128; -129; 32767; 32768; 1 lsl 30; -(1 lsl 30); max_int; min_int ]
    @ List.map r [ ""; "abc"; String.make 31 'x'; String.make 32 'x'; String.make 256 'x' ]
    @ [ r 1.5; r nan; r [| 1.; 2. |]; r [||]; r (Some 0); r [ 1; 2; 3 ]; r ("a", 1l, -2L, 3n, 1n); r (Array.make 9 0); r 0x123456789abcdefn ]
  in
  each values (fun v ->
      c2 "caml_output_value_to_string" marshal v [];
      c2 "caml_output_value_to_string" marshal v [ Marshal.No_sharing ];
      let s = marshal v [] in
      c2 "caml_marshal_data_size" data_size s 0;
      c2 "caml_input_value_from_bytes" unmarshal ("xy" ^ s ^ "z") 2);
  c2 "caml_marshal_data_size" data_size (String.make 30 'a') 0;
  c2 "caml_input_value_from_bytes" unmarshal (String.make 30 'a') 0;
  c2 "caml_input_value_from_bytes" unmarshal (String.sub (marshal (r [ 1; 2; 3 ]) []) 0 22) 0
