(* Values of all shapes and calls of all kinds. *)

let rounds = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 1

type shape = Point | Line of int | Box of int * int | Named of { name : string; mutable size : int } | Empty

type floats = { x : float; mutable y : float }
type wide = { a : int; b : int; c : int; d : int; e : int; f : int }

(* Under-, exactly and over-applied; the partial application keeps its own variables. *)
let add3 base = fun a b c -> base + a + (b * c)
let adder = add3 100
let partials = [ adder 1 2; adder 3 4; (let f = adder 5 in f 6) ]
let over f = f 1 2 3
let chooser n = if n > 0 then fun a -> fun b -> a - b else fun _ b -> b

let rec even n = n = 0 || odd (n - 1)
and odd n = n <> 0 && even (n - 1)

let rec tail n acc = if n = 0 then acc else tail2 (n - 1) (acc + n) n
and tail2 n acc extra = if extra < 0 then acc else tail n (acc + (extra land 1))

let group base =
  let rec up n = if n > 5 then [ n + base ] else n :: down (n + 2)
  and down n = if n < 1 then [ base ] else (n * base) :: up (n + 1) in
  (up, down)

let rec ring = 1 :: 2 :: ring
let rec knot = { contents = Some (fun n -> if n = 0 then 0 else apply_knot (n - 1)) }
and apply_knot n = match !knot with Some f -> f n | None -> -1

let classify = function
  | Point -> 0 | Line n when n > 3 -> n | Line _ -> 3 | Box (w, h) -> w * h
  | Named { name; size } -> String.length name + size | Empty -> 9

let ints () =
  let shifts = List.map (fun n -> (n lsl 3) lxor (n asr 1) lor (n lsr 62) land 0xFFFF) [ 0; 1; -1; max_int; min_int ] in
  List.fold_left ( + ) (7 / 2 * 3 mod 4) shifts + (-7 / 2) + (-7 mod 3)

let boxed () =
  let a = Int64.of_int 5 and b = 7l and c = 9n in
  Printf.sprintf "%Ld %ld %nd %Lx" (Int64.shift_left a 40) (Int32.mul b b) (Nativeint.neg c) (Int64.logxor a (-1L))

let arrays () =
  let table = Array.init 10 (fun i -> [| i; i * i |]) in
  let reals = Array.map float_of_int [| 3; 1; 2 |] in
  Array.sort compare reals;
  Array.iteri (fun i row -> table.((i + 1) mod 10) <- Array.append row [| i |]) table;
  let r = { x = reals.(0); y = 2.5 } in
  r.y <- r.y *. r.x;
  let big = Bigarray.Array1.of_array Bigarray.float64 Bigarray.c_layout reals in
  Array.fold_left (fun n row -> n + Array.length row) 0 table
  + int_of_float (r.y +. reals.(2) +. Bigarray.Array1.get big 1)

(* An old block, since it is too large to be young, holds what is young. *)
let old_and_young () =
  let table = Array.make 300 [] in
  Array.iteri (fun i _ -> Array.unsafe_set table i [ i; rounds ]) table;
  Gc.minor ();
  Array.fold_left (fun n row -> n + List.length row + List.hd row) 0 table

let strings () =
  let b = Buffer.create 4 in
  String.iter (fun c -> Buffer.add_char b (Char.uppercase_ascii c)) "a longer text than fits";
  let t = Buffer.contents b in
  let bytes = Bytes.of_string t in
  Bytes.set bytes 2 '-';
  Bytes.to_string bytes ^ string_of_int (compare t "B") ^ String.concat "," (String.split_on_char ' ' t)

let tables () =
  let h = Hashtbl.create 3 in
  for i = 1 to 40 do Hashtbl.replace h (i mod 9) (string_of_float (float_of_int i /. 3.)) done;
  let module M = Map.Make (String) in
  let m = Hashtbl.fold (fun k v m -> M.add v k m) h M.empty in
  M.fold (fun k v text -> text ^ k ^ "=" ^ string_of_int v ^ " ") m ""

let lazies () =
  let count = ref 0 in
  let l = lazy (incr count; !count * 10) in
  let failing = lazy (raise Exit) in
  let failed = try Lazy.force failing with Exit -> 1 in
  Lazy.force l + Lazy.force l + failed

let copies () =
  let w = { a = 1; b = 2; c = 3; d = 4; e = 5; f = 6 } in
  let w' = { w with f = 60 } in
  let dup : wide = Obj.obj (Obj.dup (Obj.repr w')) in
  let back : wide * int list = Marshal.from_string (Marshal.to_string (dup, [ 1; 2 ]) []) 0 in
  (fst back).f + dup.e + Hashtbl.hash back

(* A function that is given an argument too many calls a primitive that calls back. *)
let finalised = ref 0

let collecting n =
  Gc.finalise (fun r -> finalised := !finalised + !r) (ref n);
  Gc.full_major ();
  fun m -> n - m

let once () =
  let up, down = group 3 in
  let shapes = [ Point; Line 2; Line 8; Box (2, 5); Named { name = "n"; size = 4 }; Empty ] in
  List.fold_left (fun n s -> n + classify s) 0 shapes
  + List.fold_left ( + ) 0 (up 0) + List.length (down 4) + over add3 4 + chooser 1 5 3 + chooser 0 5 3
  + List.fold_left (fun n f -> f n) 0 partials
  + (if even 10 then 1 else 0) + tail 10 0 + List.nth ring 5 + apply_knot 3 + ints () + arrays () + old_and_young () + lazies () + copies ()

let () =
  let sum = ref 0 in
  for _ = 1 to rounds do sum := !sum + once () done;
  Printf.printf "%d %s\n%s\n%s\n" !sum (boxed ()) (strings ()) (tables ());
  let left = collecting 5 3 in
  Printf.printf "%d %d\n" left !finalised
