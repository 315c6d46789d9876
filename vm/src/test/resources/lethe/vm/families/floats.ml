(* The functions of floats.c: "function edge|made arguments = bits of the result". *)
external acos : float -> float = "caml_acos_float"
external acosh : float -> float = "caml_acosh_float"
external asin : float -> float = "caml_asin_float"
external asinh : float -> float = "caml_asinh_float"
external atan : float -> float = "caml_atan_float"
external atanh : float -> float = "caml_atanh_float"
external cbrt : float -> float = "caml_cbrt_float"
external ceil : float -> float = "caml_ceil_float"
external cos : float -> float = "caml_cos_float"
external cosh : float -> float = "caml_cosh_float"
external erf : float -> float = "caml_erf_float"
external erfc : float -> float = "caml_erfc_float"
external exp : float -> float = "caml_exp_float"
external exp2 : float -> float = "caml_exp2_float"
external expm1 : float -> float = "caml_expm1_float"
external floor : float -> float = "caml_floor_float"
external log : float -> float = "caml_log_float"
external log10 : float -> float = "caml_log10_float"
external log1p : float -> float = "caml_log1p_float"
external log2 : float -> float = "caml_log2_float"
external round : float -> float = "caml_round_float"
external sin : float -> float = "caml_sin_float"
external sinh : float -> float = "caml_sinh_float"
external sqrt : float -> float = "caml_sqrt_float"
external tan : float -> float = "caml_tan_float"
external tanh : float -> float = "caml_tanh_float"
external trunc : float -> float = "caml_trunc_float"
external atan2 : float -> float -> float = "caml_atan2_float"
external hypot : float -> float -> float = "caml_hypot_float"
external pow : float -> float -> float = "caml_power_float"
external fmod : float -> float -> float = "caml_fmod_float"
external nextafter : float -> float -> float = "caml_nextafter_float"
external fma : float -> float -> float -> float = "caml_fma_float"
external ldexp : float -> int -> float = "caml_ldexp_float"
external frexp : float -> float * int = "caml_frexp_float"
external modf : float -> float * float = "caml_modf_float"

let seed = ref 20031
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n
let unit () = (float_of_int (random 4194304) +. float_of_int (random 4194304) /. 4194304.) /. 4194304.
let bits d = Printf.sprintf "%Lx" (Int64.bits_of_float d)
let show kind name args result = Printf.printf "%s %s %s = %s\n" name kind (String.concat " " (List.map bits args)) (bits result)

let edges =
  List.map Int64.float_of_bits [ 0x7ff0000000000001L; 0x7ff8000000000000L; 0xfff8000000000123L; 0xfff4000000000000L ]
  @ List.concat_map (fun x -> [ x; -.x ])
      [ 0.; 5e-324; 1e-310; 2.2250738585072014e-308; 1e-300; 1e-30; 0x1p-60; 0x1p-56; 0x1p-55; 0x1p-54; 1e-9; 0x1p-28; 0x1p-27; 0x1.fp-28; 0.1; 0.25; 0.3465; 0.5; 0.75; 0.84375; 0.999999999; 0x1.fffffffffffffp-1; 1.; 0x1.0000000000001p0; 1.25; 1.5; 2.; 2.5; 0x1.6db6ep1; 3.; 3.141592653589793; 1.5707963267948966; 6.; 10.; 22.; 28.; 36.; 56.; 100.; 708.; 709.5; 709.782712893384; 710.; 710.4; 711.; 744.; 745.2; 750.; 1023.; 1024.; 1074.; 1075.; 1e6; 0x1p28; 0x1.8p30; 1e15; 4503599627370497.5; 1e22; 0x1p60; 0x1p66; 1e100; 1e200; 1e300; 1.7976931348623157e308; infinity ]

let made = 200

let one name f lo hi =
  List.iter (fun x -> show "edge" name [ x ] (f x)) edges;
  for i = 1 to made do
    let x = lo +. (hi -. lo) *. unit () in
    let x = match i mod 4 with 0 -> x | 1 -> x *. Float.ldexp 1. (- (random 12)) | 2 -> Float.round (x *. 64.) /. 64. | _ -> x in
    show "made" name [ x ] (f x)
  done

let wide name f sign =
  List.iter (fun x -> show "edge" name [ x ] (f x)) edges;
  for i = 1 to made do
    let x = Float.ldexp (1. +. unit ()) (if i mod 3 = 0 then random 8 - 4 else random 1800 - 900) in
    show "made" name [ (if sign && i land 1 = 0 then -.x else x) ] (f (if sign && i land 1 = 0 then -.x else x))
  done

let few = List.filteri (fun i _ -> i mod 6 < 2) edges
let two name f make =
  List.iter (fun x -> List.iter (fun y -> show "edge" name [ x; y ] (f x y)) few) few;
  for i = 1 to made do let x, y = make i in show "made" name [ x; y ] (f x y) done

let () =
  one "acos" acos (-1.) 1.; one "asin" asin (-1.) 1.; one "atan" atan (-8.) 8.; wide "atan_wide" atan true;
  wide "acosh" acosh false; one "acosh_near" acosh 1. 3.; one "asinh" asinh (-5.) 5.; wide "asinh_wide" asinh true; one "atanh" atanh (-1.) 1.;
  wide "cbrt" cbrt true; one "cos" cos (-20.) 20.; wide "cos_wide" cos true; one "cosh" cosh (-25.) 25.; one "cosh_far" cosh (-712.) 712.;
  one "erf" erf (-6.5) 6.5; one "erfc" erfc (-6.5) 28.5; one "exp" exp (-750.) 712.; one "exp_near" exp (-1.) 1.; one "exp2" exp2 (-1080.) 1030.;
  one "expm1" expm1 (-40.) 720.; one "expm1_near" expm1 (-2.) 2.; wide "log" log false; one "log_near" log 0.5 1.5; wide "log10" log10 false;
  one "log10_near" log10 0.1 10.; wide "log1p" log1p false; one "log1p_near" log1p (-1.) 2.; wide "log2" log2 false; one "log2_near" log2 0.5 2.;
  one "sin" sin (-20.) 20.; wide "sin_wide" sin true; one "sinh" sinh (-3.) 3.; one "sinh_far" sinh (-712.) 712.; wide "sqrt" sqrt false;
  one "tan" tan (-20.) 20.; wide "tan_wide" tan true; one "tanh" tanh (-22.) 22.; one "tanh_near" tanh (-1.) 1.;
  one "ceil" ceil (-5.) 5.; one "floor" floor (-5.) 5.; one "round" round (-5.) 5.; one "trunc" trunc (-5.) 5.;
  two "atan2" atan2 (fun i -> (unit () -. 0.5) *. Float.ldexp 1. (random 20), unit () -. 0.5);
  two "hypot" hypot (fun i -> (unit () -. 0.5) *. Float.ldexp 1. (random 20), unit () -. 0.5);
  two "pow" pow (fun i -> if i mod 3 = 0 then float_of_int (random 1000), float_of_int (random 40 - 20) else (unit () *. Float.ldexp 1. (random 20), 40. *. unit () -. 20.));
  two "fmod" fmod (fun i -> (unit () -. 0.5) *. Float.ldexp 1. (random 200), unit () -. 0.5);
  two "nextafter" nextafter (fun i -> (unit () -. 0.5) *. Float.ldexp 1. (random 200), unit () -. 0.5);
  let f3 = List.filteri (fun i _ -> i mod 10 = 0) edges in
  List.iter (fun x -> List.iter (fun y -> List.iter (fun z -> show "edge" "fma" [ x; y; z ] (fma x y z)) f3) f3) f3;
  for i = 1 to made do let x = unit () and y = unit () in show "made" "fma" [ x; y; -.(x *. y) ] (fma x y (-.(x *. y))) done;
  List.iter (fun x ->
      let m, e = frexp x in show "edge" (Printf.sprintf "frexp_%d" e) [ x ] m;
      let f, w = modf x in show "edge" "modf_fraction" [ x ] f; show "edge" "modf_whole" [ x ] w;
      List.iter (fun n -> show "edge" (Printf.sprintf "ldexp_%d" n) [ x ] (ldexp x n)) [ 0; 1; -1; 52; -52; -53; 1023; -1074; 2098; -2098; 5000; -5000; max_int; min_int; 1 lsl 31; 1 lsl 32 ])
    edges
