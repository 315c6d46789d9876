(* Floats as text, both ways: formats and values generated, strings mutilated. *)
let seed = ref 31337
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n
external format_float : string -> float -> string = "caml_format_float"
external hexstring : float -> int -> char -> string = "caml_hexstring_of_float"
external of_string : string -> float = "caml_float_of_string"
external classify : float -> fpclass = "caml_classify_float"
external signbit1 : float -> bool = "caml_signbit"
external compare_float : float -> float -> int = "caml_float_compare"
let bits d = Printf.sprintf "%Lx" (Int64.bits_of_float d)
let attempt name f = Printf.printf "%s = %s\n" name (try f () with Failure m -> "Failure " ^ m | Invalid_argument m -> "Invalid_argument " ^ m)
let random_bits () =
  let part () = Int64.of_int (random 65536) in
  List.fold_left (fun n _ -> Int64.logor (Int64.shift_left n 16) (part ())) 0L [ 1; 2; 3; 4 ]
let decimal () = float_of_int (random 2000000 - 1000000) /. (10. ** float_of_int (random 9))
let value () =
  match random 8 with
  | 0 -> Int64.float_of_bits (random_bits ())
  | 1 -> float_of_int (random 100000) *. (10. ** float_of_int (random 40 - 20))
  | 2 -> float_of_int (random 4000 - 2000) /. 8.
  | 3 -> [| 0.; -0.; infinity; neg_infinity; nan; -.nan; 5e-324; max_float; min_float; 0.5; 1.5; 2.5; 9.5; 99.5; 0.05; 0.00001; 0.0001; 999999.5; 1e15; 1e16 |].(random 20)
  | _ -> decimal ()
let spec () =
  let flags = String.concat "" (List.filter (fun _ -> random 4 = 0) [ "-"; "+"; " "; "#"; "0" ]) in
  let width = if random 2 = 0 then "" else string_of_int (1 + random 30) in
  let precision = match random 4 with 0 -> "" | 1 -> "." | _ -> "." ^ string_of_int (random 25) in
  "%" ^ flags ^ width ^ precision ^ String.make 1 "eEfFgG".[random 6]

let () =
  for i = 1 to 3000 do
    let f = spec () and d = value () in
    attempt (f ^ " " ^ bits d) (fun () -> format_float f d)
  done;
  List.iter (fun f -> attempt f (fun () -> format_float f 2.5)) [ "x = %g"; "%.1f%%"; "<%8.3e> and more"; "%%%g%%"; "none"; "" ];
  (* Rounded up to a power of ten, in and out of the range that is written without exponent *)
  for digits = 1 to 9 do
    let d = float_of_string (String.make digits '9' ^ ".9996") in
    for p = 0 to 10 do
      List.iter (fun c ->
          attempt (Printf.sprintf "carry %d %d %c" digits p c) (fun () ->
              let f flags = format_float (Printf.sprintf "%%%s.%d%c" flags p c) d in
              f "" ^ f "#" ^ f "#+015" ^ f "#-12"))
        [ 'g'; 'G'; 'e'; 'f' ]
    done
  done;
  for i = 1 to 500 do
    let d = value () and p = random 18 - 1 in
    attempt (Printf.sprintf "hex %s %d" (bits d) p) (fun () -> hexstring d p "-+ ".[random 3]);
    Printf.printf "%s %s %h %F %H %#F %S\n" (string_of_float d) (Float.to_string d) d d d d (Printf.sprintf "%.17g|%.3F|%+.2h" d d d);
    attempt "back" (fun () -> bits (of_string (Printf.sprintf "%.17g" d)) ^ bits (of_string (Printf.sprintf "%h" d)) ^ bits (of_string (Printf.sprintf "%.12e" d)));
    Printf.printf "%d %b %b %d\n" (Obj.magic (classify d)) (signbit1 d) (Float.sign_bit d) (compare_float d (value ()))
  done;
  let chars = "0123456789..eE+-_xXpPabfinN \t" in
  let mutilate s =
    let n = String.length s in
    match random 4 with
    | 0 when n > 0 -> String.sub s 0 (random n)
    | 1 -> let i = random (n + 1) in String.sub s 0 i ^ String.make 1 chars.[random (String.length chars)] ^ String.sub s i (n - i)
    | 2 -> String.init (random 8) (fun _ -> chars.[random (String.length chars)])
    | _ -> s in
  for i = 1 to 2500 do
    let d = value () in
    let s = match random 4 with 0 -> Printf.sprintf "%.17g" d | 1 -> Printf.sprintf "%h" d | 2 -> Printf.sprintf "%.25e" d | _ -> Printf.sprintf "%.*h" (random 15) d in
    let s = mutilate s in
    attempt (Printf.sprintf "%S" s) (fun () -> bits (of_string s))
  done;
  List.iter (fun s -> attempt (Printf.sprintf "%S" s) (fun () -> bits (of_string s)))
    [ "nan(123)"; "nan()"; "NAN(0x5)"; "-nan(1)"; "infinityx"; "1e+"; "0x1p+"; "0x.8"; "0x8."; "0x."; "0x1p9999999999"; "0x1p-9999999999"; "0x0p99999"; "1e9999999999999"; "0e99999999"; "1e-99999999999"; "+nan"; "1__0"; "1_e1_0"; "0_x1"; "\0001"; "1\0002"; "  12"; "12  "; "\n1"; "\0111"; "\0121"; "\0131"; "\0141"; "1,5"; "0x1.8p0x1"; "nan(08)"; "nan(0777)"; "nan(99999999999999999999999)"; "nan(xyz)"; "nan(12"; "nan(0xg)"; "nan(-1)"; "nan(1_2)"; "inf()"; "nan( 1)"; "1e5.5"; "0b1"; "0o7"; "++1"; "-"; "+"; "e"; "0x1.00000000000008"; "0x1.000000000000080000000001"; "0x1.000000000000180"; "0x3fffffffffffff.8p0"; "0x1p-1074"; "0x0.8p-1074"; "0x0.80000001p-1074"; "0x1.fffffffffffff8p1023"; "0x1.fffffffffffff7p1023"; "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880" ]
