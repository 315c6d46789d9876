(* Integers of all widths: arithmetic, conversions, text, on edge values and generated ones. *)
let seed = ref 777
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n
let random64 () =
  let part () = Int64.of_int (random 65536) in
  let n = List.fold_left (fun n _ -> Int64.logor (Int64.shift_left n 16) (part ())) 0L [ 1; 2; 3; 4 ] in
  Int64.shift_right n (random 64)

let attempt name f =
  Printf.printf "%s = %s\n" name
    (try f () with Division_by_zero -> "Division_by_zero" | Failure m -> "Failure " ^ m | Invalid_argument m -> "Invalid_argument " ^ m)

module type INT = sig
  type t
  val neg : t -> t val add : t -> t -> t val sub : t -> t -> t val mul : t -> t -> t val div : t -> t -> t val rem : t -> t -> t
  val logand : t -> t -> t val logor : t -> t -> t val logxor : t -> t -> t
  val shift_left : t -> int -> t val shift_right : t -> int -> t val shift_right_logical : t -> int -> t
  val of_int : int -> t val to_int : t -> int val of_float : float -> t val to_float : t -> float
  val of_string : string -> t val to_string : t -> string val compare : t -> t -> int
end

module Exercise (I : INT) (N : sig val name : string val of_int64 : int64 -> I.t val bswap : I.t -> I.t val format : string -> I.t -> string val bits : int end) = struct
  external compare_prim : I.t -> I.t -> int = "caml_compare"
  let edges = List.map N.of_int64 [ 0L; 1L; -1L; 2L; -2L; 7L; -7L; 255L; 32768L; 65535L; -65536L; 2147483647L; -2147483648L; 4294967295L; 4611686018427387903L; -4611686018427387904L; Int64.max_int; Int64.min_int ]
  let values = edges @ List.init 4 (fun _ -> N.of_int64 (random64 ()))
  let s = I.to_string
  let run () =
    let case op args f = attempt (N.name ^ "." ^ op ^ " " ^ args) f in
    List.iter (fun a ->
        let one op f = case op (s a) f in
        one "neg" (fun () -> s (I.neg a)); one "bswap" (fun () -> s (N.bswap a)); one "to_int" (fun () -> string_of_int (I.to_int a));
        one "to_float" (fun () -> Printf.sprintf "%h" (I.to_float a)); one "hash" (fun () -> string_of_int (Hashtbl.hash a));
        one "of_int" (fun () -> s (I.of_int (I.to_int a))); one "of_string" (fun () -> s (I.of_string (s a)));
        List.iter (fun n ->
            one (Printf.sprintf "shift_left %d" n) (fun () -> s (I.shift_left a n));
            one (Printf.sprintf "shift_right %d" n) (fun () -> s (I.shift_right a n));
            one (Printf.sprintf "shift_right_logical %d" n) (fun () -> s (I.shift_right_logical a n)))
          [ 0; 1; 7; N.bits / 2; N.bits - 1 ];
        List.iter (fun f -> one ("format " ^ f) (fun () -> N.format f a))
          [ "%d"; "%i"; "%u"; "%x"; "%X"; "%o"; "%12d"; "%-25d"; "%025d"; "%+d"; "% d"; "%#x"; "%#X"; "%#o"; "%.5d"; "%30.20d"; "%-30.20x"; "%+030d"; "%#030x"; "%.0d"; "%#.0o"; "%#.0x"; "%#.30o"; "%+u"; "% +d"; "%-+05d"; "%0000000000000000000000000020d"; "%00000000000000000000000000000000020d"; "0x%X"; "<%5u"; "%%%x"; "50%% of %d"; "none" ];
        List.iter (fun b ->
            let two op f = case op (s a ^ " " ^ s b) f in
            two "add" (fun () -> s (I.add a b)); two "sub" (fun () -> s (I.sub a b)); two "mul" (fun () -> s (I.mul a b));
            two "div" (fun () -> s (I.div a b)); two "rem" (fun () -> s (I.rem a b));
            two "bits" (fun () -> s (I.logand a b) ^ " " ^ s (I.logor a b) ^ " " ^ s (I.logxor a b));
            two "compare" (fun () -> string_of_int (I.compare a b) ^ string_of_int (compare_prim a b)))
          values)
      values;
    List.iter (fun d -> case "of_float" (Printf.sprintf "%h" d) (fun () -> s (I.of_float d)))
      [ 0.; -0.; 0.9; -0.9; 1.5; -1.5; 2147483647.; 2147483647.9; 2147483648.; -2147483648.; -2147483648.9; -2147483649.; 4294967296.; 1e15; 4611686018427387904.; 9223372036854774784.; 9223372036854775808.; -9223372036854775808.; -9223372036854777856.; 1e30; -1e30; infinity; neg_infinity; nan ];
    List.iter (fun t -> case "of_string" (Printf.sprintf "%S" t) (fun () -> s (I.of_string t)))
      ([ ""; "-"; "+"; "+7"; "-+7"; "0x"; "0xg"; "0x_"; "_1"; "1_"; "1__2"; "0u"; "0u-1"; "0U12"; "0B2"; "0b"; "0O78"; "0o77"; " 1"; "1 "; "1\n"; "0x-1"; "1e3"; "\xff"; "00012"; "0_x1"; "0xFFFF_FFFF"; "0x1_0000_0000"; "0xFFFFFFFFFFFFFFFF"; "0x1FFFFFFFFFFFFFFFF"; "2147483647"; "2147483648"; "-2147483648"; "-2147483649"; "-0x80000000"; "-0x80000001"; "9223372036854775807"; "9223372036854775808"; "-9223372036854775808"; "-9223372036854775809"; "18446744073709551615"; "18446744073709551616"; "0u4294967295"; "0u4294967296"; "0u18446744073709551615"; "0u18446744073709551616"; "-0u1"; "99999999999999999999999" ]
       @ List.init 60 (fun _ -> String.init (1 + random 9) (fun _ -> "0123456789abxXuob_-+".[random 20])))
end

external bswap32 : int32 -> int32 = "%bswap_int32"
external bswap64 : int64 -> int64 = "%bswap_int64"
external bswapn : nativeint -> nativeint = "%bswap_native"
external bswap16 : int -> int = "%bswap16"
external format32 : string -> int32 -> string = "caml_int32_format"
external format64 : string -> int64 -> string = "caml_int64_format"
external formatn : string -> nativeint -> string = "caml_nativeint_format"
external format : string -> int -> string = "caml_format_int"
external int_compare : int -> int -> int = "caml_int_compare"

module E32 = Exercise (Int32) (struct let name = "int32" let of_int64 = Int64.to_int32 let bswap = bswap32 let format = format32 let bits = 32 end)
module E64 = Exercise (Int64) (struct let name = "int64" let of_int64 n = n let bswap = bswap64 let format = format64 let bits = 64 end)
module EN = Exercise (Nativeint) (struct let name = "nativeint" let of_int64 = Int64.to_nativeint let bswap = bswapn let format = formatn let bits = 64 end)
module I63 = struct
  include Int
  let div = ( / ) let rem = ( mod ) let logand = ( land ) let logor = ( lor ) let logxor = ( lxor )
  let of_int n = n let to_int n = n
  external of_string : string -> int = "caml_int_of_string"
end
module EI = Exercise (I63) (struct let name = "int" let of_int64 = Int64.to_int let bswap = bswap16 let format = format let bits = 63 end)

external add_native : int -> int -> int = "caml_int64_add_native"
external and_native : int -> int -> int = "caml_int64_and_native"
external or_native : int -> int -> int = "caml_int64_or_native"
external mul_native : int -> int -> int = "caml_int64_mul_native"
external neg_native : int -> int = "caml_int64_neg_native"
external div_native : int -> int -> int = "caml_int64_div_native"
external mod_native : int -> int -> int = "caml_int64_mod_native"

let () =
  E32.run (); E64.run (); EN.run (); EI.run ();
  let ints = [ 0; 1; -1; 5; -5; 1000; -1000; max_int; min_int ] in
  List.iter (fun a ->
      Printf.printf "neg_native %d = %d\n" a (neg_native a);
      List.iter (fun b ->
          Printf.printf "native %d %d = %d %d %d\n" a b (and_native a b) (or_native a b) (mul_native a b);
          Printf.printf "int_compare %d %d = %d\n" a b (int_compare a b);
          (* Other quotients are words that are no integers. *)
          let w n = Int64.add (Int64.mul 2L (Int64.of_int n)) 1L in
          if Int64.logand (Int64.div (w a) (w b)) 1L = 1L then Printf.printf "div_native %d %d = %d\n" a b (div_native a b);
          if Int64.logand (Int64.rem (w a) (w b)) 1L = 1L then Printf.printf "mod_native %d %d = %d\n" a b (mod_native a b))
        ints) ints;
  for i = 1 to 100 do
    let n = random64 () in
    Printf.printf "%Ld: %ld %nd %Lx %lx %g\n" n (Int64.to_int32 n) (Int64.to_nativeint n) (Int64.bits_of_float (Int64.float_of_bits n))
      (Int32.bits_of_float (Int32.float_of_bits (Int64.to_int32 n))) (Int32.float_of_bits (Int64.to_int32 n));
    Printf.printf "%Ld %nd %ld\n" (Int64.of_int32 (Int64.to_int32 n)) (Nativeint.of_int32 (Int64.to_int32 n)) (Nativeint.to_int32 (Int64.to_nativeint n))
  done
