(* Big arrays of all kinds in both layouts: what every operation of Bigarray answers. *)
open Bigarray

let seed = ref 12345
let random () = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; !seed lsr 3

let attempt name f =
  Printf.printf "%s = %s\n" name
    (try f () with
     | Invalid_argument m -> "Invalid_argument " ^ m
     | Out_of_memory -> "Out_of_memory"
     | Failure m -> "Failure " ^ m)

let ints a = String.concat "," (List.map string_of_int (Array.to_list a))
let bits d = Printf.sprintf "%Lx" (Int64.bits_of_float d)

type 'l lay = { name : string; layout : 'l layout; base : int }

let index_of lay i = i + lay.base

let rec each_index dims f =
  let n = Array.length dims in
  let index = Array.make n 0 in
  let rec go k = if k = n then f index else for i = 0 to dims.(k) - 1 do index.(k) <- i; go (k + 1) done in
  go 0

let show_all show lay a =
  let dims = Genarray.dims a in
  let out = Buffer.create 100 in
  each_index dims (fun index ->
      Buffer.add_string out (show (Genarray.get a (Array.map (index_of lay) index)));
      Buffer.add_char out ' ');
  Printf.sprintf "[%s] %s" (ints dims) (Buffer.contents out)

let marshalled a =
  let text = Marshal.to_string (a, a) [] in
  let b, c = Marshal.from_string text 0 in
  Printf.sprintf "%S %b %b" text (compare a b = 0) (b == c)

let exercise : type a b l. string -> (a, b) kind -> (a -> string) -> (int -> a) -> l lay -> unit =
 fun kname kind show make lay ->
  let case op f = attempt (kname ^ " " ^ lay.name ^ " " ^ op) f in
  let shape dims =
    let a = Genarray.create kind lay.layout dims in
    let count = ref 0 in
    each_index dims (fun index ->
        incr count;
        Genarray.set a (Array.map (index_of lay) index) (make !count));
    a in
  let show_all a = show_all show lay a in
  case "element size" (fun () -> string_of_int (kind_size_in_bytes kind));
  List.iter
    (fun dims ->
      let dims = Array.of_list dims in
      let a = shape dims in
      let d = ints dims in
      case ("create " ^ d) (fun () -> show_all a);
      case ("hash " ^ d) (fun () -> string_of_int (Hashtbl.hash a));
      case ("size " ^ d) (fun () -> string_of_int (Genarray.size_in_bytes a) ^ " " ^ string_of_int (Obj.size (Obj.repr a)));
      case ("num_dims " ^ d) (fun () -> string_of_int (Genarray.num_dims a));
      case ("kind " ^ d) (fun () -> string_of_int (Obj.magic (Genarray.kind a)) ^ string_of_int (Obj.magic (Genarray.layout a)));
      for i = -1 to 3 do case (Printf.sprintf "dim %s %d" d i) (fun () -> string_of_int (Genarray.nth_dim a i)) done;
      case ("marshal " ^ d) (fun () -> marshalled a);
      case ("equal " ^ d) (fun () -> string_of_bool (a = shape dims) ^ string_of_bool (compare a (shape dims) = 0));
      case ("reshape flat " ^ d) (fun () -> show_all (reshape a [| Array.fold_left ( * ) 1 dims |]));
      case ("reshape wrong " ^ d) (fun () -> show_all (reshape a [| 7; 7 |]));
      case ("reshape negative " ^ d) (fun () -> show_all (reshape a [| -1; -6 |]));
      case ("reshape many " ^ d) (fun () -> show_all (reshape a (Array.make 17 1)));
      let filled = shape dims in
      Genarray.fill filled (make 77);
      case ("fill " ^ d) (fun () -> show_all filled);
      case ("compare filled " ^ d) (fun () -> string_of_int (compare a filled) ^ string_of_bool (a < filled) ^ string_of_bool (a >= filled));
      Genarray.blit a filled;
      case ("blit " ^ d) (fun () -> show_all filled);
      case ("blit wrong " ^ d) (fun () -> Genarray.blit a (shape [| 2; 5 |]); "done"))
    [ [ 6 ]; [ 2; 3 ]; [ 3; 1; 2 ]; [ 2; 1; 2; 2 ]; [ 0 ]; [ 2; 0 ]; []; [ 67 ] ];
  let a = array1_of_genarray (shape [| 10 |]) in
  for i = -1 to 11 do case (Printf.sprintf "get1 %d" i) (fun () -> show a.{i}) done;
  for i = -1 to 11 do case (Printf.sprintf "set1 %d" i) (fun () -> a.{i} <- make 55; show a.{i}) done;
  List.iter (fun (o, l) ->
      case (Printf.sprintf "sub1 %d %d" o l) (fun () ->
          let s = Array1.sub a o l in
          if l > 0 then s.{lay.base} <- make 33;
          Array1.fill s (make 44);
          show_all (genarray_of_array1 s) ^ show_all (genarray_of_array1 a)))
    [ (0, 3); (1, 3); (7, 3); (8, 3); (-1, 2); (3, -1); (10, 0); (11, 0); (12, 0); (2, 0) ];
  let m = array2_of_genarray (shape [| 3; 4 |]) in
  for i = -1 to 4 do for j = 0 to 4 do
    case (Printf.sprintf "get2 %d %d" i j) (fun () -> show m.{i, j}) done done;
  let t = array3_of_genarray (shape [| 2; 3; 2 |]) in
  case "get3" (fun () -> show t.{1, 1, 1});
  case "get3 out" (fun () -> show t.{2, 2, 3});
  case "set3" (fun () -> t.{1, 1, 1} <- make 99; show_all (genarray_of_array3 t));
  case "wrong number" (fun () -> show (Genarray.get (genarray_of_array2 m) [| 1 |]));
  case "wrong number set" (fun () -> Genarray.set (genarray_of_array2 m) [| 1; 1; 1 |] (make 1); "");
  case "wrong number 1" (fun () -> show (Array1.get (Obj.magic m) 1));
  case "negative" (fun () -> show_all (Genarray.create kind lay.layout [| 2; -1 |]));
  case "too many" (fun () -> show_all (Genarray.create kind lay.layout (Array.make 17 1)));
  case "huge" (fun () -> show_all (Genarray.create kind lay.layout [| max_int; max_int |]));
  case "sixteen" (fun () -> ints (Genarray.dims (Genarray.create kind lay.layout (Array.make 16 1))));
  (* kept apart: layouts decide which parts there are *)
  let g = shape [| 2; 3; 2 |] in
  (match lay.layout with
   | C_layout ->
       let g = (g : (a, b, c_layout) Genarray.t) in
       List.iter (fun ix -> case ("slice " ^ ints ix) (fun () -> show_all (Genarray.slice_left g ix)))
         [ [||]; [| 1 |]; [| 1; 2 |]; [| 1; 2; 1 |]; [| 2 |]; [| 1; 3 |]; [| 0; 0; 0; 0 |] ];
       case "sub_left" (fun () -> show_all (Genarray.sub_left g 1 1));
       case "sub_left of slice" (fun () -> show_all (Genarray.sub_left (Genarray.slice_left g [| 1 |]) 1 2));
       case "sub_left wrong" (fun () -> show_all (Genarray.sub_left g 1 2))
   | Fortran_layout ->
       let g = (g : (a, b, fortran_layout) Genarray.t) in
       List.iter (fun ix -> case ("slice " ^ ints ix) (fun () -> show_all (Genarray.slice_right g ix)))
         [ [||]; [| 1 |]; [| 3; 2 |]; [| 2; 2; 1 |]; [| 3 |]; [| 0; 1 |]; [| 1; 1; 1; 1 |] ];
       case "sub_right" (fun () -> show_all (Genarray.sub_right g 2 1));
       case "sub_right of slice" (fun () -> show_all (Genarray.sub_right (Genarray.slice_right g [| 2 |]) 2 2));
       case "sub_right wrong" (fun () -> show_all (Genarray.sub_right g 2 2)));
  let c = { name = "c"; layout = c_layout; base = 0 } and f = { name = "f"; layout = fortran_layout; base = 1 } in
  case "as c" (fun () -> let g = Genarray.change_layout g c_layout in
      let out = Buffer.create 10 in
      each_index (Genarray.dims g) (fun ix -> Buffer.add_string out (show (Genarray.get g ix))); Buffer.contents out);
  case "as fortran" (fun () -> let g = Genarray.change_layout g fortran_layout in
      let out = Buffer.create 10 in
      each_index (Genarray.dims g) (fun ix -> Buffer.add_string out (show (Genarray.get g (Array.map succ ix)))); Buffer.contents out);
  let others = List.map (fun d -> (d, shape d)) [ [| 3 |]; [| 4 |]; [| 2; 2 |]; [| 1; 4 |]; [| 0 |] ] in
  List.iter (fun (d, x) -> List.iter (fun (e, y) ->
      case (Printf.sprintf "compare %s with %s" (ints d) (ints e)) (fun () -> string_of_int (compare x y))) others) others;
  case "hash long" (fun () -> string_of_int (Hashtbl.hash (shape [| 1000 |])));
  case "hash pair" (fun () -> string_of_int (Hashtbl.hash (shape [| 3 |], 4)))

let both kname kind show make =
  exercise kname kind show make { name = "c"; layout = c_layout; base = 0 };
  exercise kname kind show make { name = "fortran"; layout = fortran_layout; base = 1 }

let reals = [| 0.; -0.; 1.5; -2.25; 1e300; 1e-300; infinity; neg_infinity; 3.14159; 1e38; 3.5e38; 1e-45; 7e-46 |]
let real i = if i <= Array.length reals then reals.(i - 1) else float_of_int (random ()) /. 1000. *. (if i land 1 = 0 then 1. else -1.)
let small i = match i with 1 -> 0 | 2 -> -1 | 3 -> 127 | 4 -> 128 | 5 -> 255 | 6 -> 256 | 7 -> 65535 | 8 -> -32769 | _ -> random () - random ()

let () =
  both "float32" float32 bits real;
  both "float64" float64 bits real;
  both "int8_signed" int8_signed string_of_int small;
  both "int8_unsigned" int8_unsigned string_of_int small;
  both "int16_signed" int16_signed string_of_int small;
  both "int16_unsigned" int16_unsigned string_of_int small;
  both "int32" int32 Int32.to_string (fun i -> Int32.mul (Int32.of_int (small i)) 65537l);
  both "int64" int64 Int64.to_string (fun i -> Int64.mul (Int64.of_int (small i)) 0x100000001L);
  both "int" int string_of_int (fun i -> small i * 0x100000001);
  both "nativeint" nativeint Nativeint.to_string (fun i -> Nativeint.mul (Nativeint.of_int (small i)) 0x100000001n);
  let complex (c : Complex.t) = bits c.re ^ "+" ^ bits c.im ^ "i" in
  both "complex32" complex32 complex (fun i -> { Complex.re = real i; im = -.real (i + 1) });
  both "complex64" complex64 complex (fun i -> { Complex.re = real i; im = -.real (i + 1) });
  both "char" char (Printf.sprintf "%C") (fun i -> Char.chr (small i land 255))

(* NaN: in elements, in order, in hash *)
let () =
  let a x = Array1.of_array float64 c_layout x and b x = Array1.of_array float32 c_layout x in
  let arrays = List.map a [ [| nan |]; [| 1. |]; [| -.nan |]; [| nan; 1. |]; [| nan; 2. |]; [| 1.; nan |] ] in
  List.iteri (fun i x -> List.iteri (fun j y ->
      Printf.printf "nan %d %d: %d %b %b %b %b %b %b\n" i j (compare x y) (x = y) (x <> y) (x < y) (x <= y) (x > y) (x >= y)) arrays) arrays;
  List.iter (fun x -> Printf.printf "hash nan %d\n" (Hashtbl.hash x)) arrays;
  List.iter (fun d -> let x = b [| Int64.float_of_bits d |] in Printf.printf "single %s %d\n" (bits x.{0}) (Hashtbl.hash x))
    [ 0x7ff0000000000001L; 0x7ff8000000000000L; 0xfff8000000000000L; 0x7ff4123456789abcL; 0xffffffffffffffffL; 0x8000000000000000L; 0x36a0000000000000L; 0x369fffffffffffffL; 0x3690000000000001L; 0x47efffffefffffffL; 0x47effffff0000000L ]

external get16 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int = "%caml_bigstring_get16"
external get32 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int32 = "%caml_bigstring_get32"
external get64 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int64 = "%caml_bigstring_get64"
external set16 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int -> unit = "%caml_bigstring_set16"
external set32 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int32 -> unit = "%caml_bigstring_set32"
external set64 : (char, int8_unsigned_elt, c_layout) Array1.t -> int -> int64 -> unit = "%caml_bigstring_set64"

let () =
  let whole = Array1.init char c_layout 14 (fun i -> Char.chr (i * 37 land 255)) in
  let s = Array1.sub whole 1 12 in
  for i = -1 to 13 do
    attempt (Printf.sprintf "get16 %d" i) (fun () -> string_of_int (get16 s i));
    attempt (Printf.sprintf "get32 %d" i) (fun () -> Int32.to_string (get32 s i));
    attempt (Printf.sprintf "get64 %d" i) (fun () -> Int64.to_string (get64 s i));
    attempt (Printf.sprintf "set16 %d" i) (fun () -> set16 s i (-2); string_of_int (get16 s i));
    attempt (Printf.sprintf "set32 %d" i) (fun () -> set32 s i (-3456l); Int32.to_string (get32 s i));
    attempt (Printf.sprintf "set64 %d" i) (fun () -> set64 s i (-345678901234L); Int64.to_string (get64 s i))
  done;
  for i = 0 to 13 do Printf.printf "%C " whole.{i} done;
  print_newline ()

(* Different kinds, layouts and customs against each other *)
let () =
  let r = Obj.repr in
  let values =
    [ r (Array1.init int c_layout 3 (fun i -> i)); r (Array1.init int fortran_layout 3 (fun i -> i));
      r (Array1.init char c_layout 3 (fun i -> 'a')); r (Array1.init float32 c_layout 3 float_of_int);
      r (Array2.init int c_layout 1 3 (fun _ i -> i)); r 1l; r 2L; r 3n; r "s"; r 0; r (ref 0); r 1.5 ] in
  List.iteri (fun i x -> List.iteri (fun j y ->
      Printf.printf "mixed %d %d: %d %b\n" i j (compare x y) (x = y)) values) values;
  (* garbage: storage goes with its last array *)
  let kept = ref (Array1.create char c_layout 0) in
  for i = 1 to 40 do
    let a = Array1.create char c_layout 1_000_000 in
    a.{999_999} <- 'z';
    if i mod 10 = 0 then kept := Array1.sub a 999_998 2
  done;
  Printf.printf "%c\n" !kept.{1}

(* Machine integers are written narrow or wide; a long dimension; a part of an array *)
let () =
  List.iter (fun n ->
      let a = Array1.of_array int c_layout [| 1; n |] in
      attempt (Printf.sprintf "marshal int %d" n) (fun () -> marshalled (genarray_of_array1 a));
      let a = Array1.of_array nativeint fortran_layout [| 1n; Nativeint.of_int n |] in
      attempt (Printf.sprintf "marshal nativeint %d" n) (fun () -> marshalled (genarray_of_array1 a)))
    [ 0x3FFFFFFF; 0x40000000; -0x40000000; -0x40000001; 0x7FFFFFFF; 0x80000000; -0x80000000; -0x80000001; max_int; min_int ];
  List.iter (fun n ->
      let a = Array1.create char c_layout n in
      Array1.fill a 'x';
      let text = Marshal.to_string a [] in
      Printf.printf "marshal %d: %d %s %b\n" n (String.length text) (Digest.to_hex (Digest.string text)) (Marshal.from_string text 0 = a);
      Printf.printf "part: %S\n" (Marshal.to_string (Array1.sub a (n - 2) 2) []))
    [ 65534; 65535; 65536; 70_000 ]
