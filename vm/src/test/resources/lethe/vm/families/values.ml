(* Comparison, hashing, blocks, objects, let rec, digests: values of every shape. *)
let r = Obj.repr
let attempt name f =
  Printf.printf "%s = %s\n" name
    (try f () with Failure m -> "Failure " ^ m | Invalid_argument m -> "Invalid_argument " ^ m | Out_of_memory -> "Out_of_memory" | Not_found -> "Not_found")

class point x = object val mutable x = x method get = x method move d = x <- x + d method name = "point" end
class named n = object (self) inherit point 3 as super method name = n ^ super#name method self = (self :> point) end
exception Mine of int * string
type t = A | B | C of int | D of t * t | E of { a : float; b : int } | F of float array | G of (int -> int)
type left = N | L of left * int

let rec even n = n = 0 || odd (n - 1)
and odd n = n <> 0 && even (n - 1)

let p1 = new point 1 and p2 = new point 1 and n1 = new named "n"
let forward = let l = lazy (List.length [ 1; 2 ]) in ignore (Lazy.force l); l
let values =
  [ r 0; r 1; r (-1); r A; r (C 1); r (C 2); r (D (A, B)); r (D (C 1, A)); r (E { a = 1.; b = 2 }); r (E { a = nan; b = 2 });
    r (F [| 1.; 2. |]); r (F [| 1.; nan |]); r p1; r p2; r n1; r (Mine (1, "a")); r (Mine (1, "b")); r Not_found; r (Failure "x");
    r (Some 1); r (Some "s"); r [ 1; 2; 3 ]; r [ 1; 2 ]; r [| 1; 2; 3 |]; r [||]; r ""; r "a"; r "ab"; r "b"; r "\255"; r (String.make 300 'q');
    r 1.; r 2.; r nan; r (-.nan); r (-0.); r 0.; r infinity; r 1l; r (-1l); r 1L; r (-1L); r Int64.min_int; r 1n; r (-1n);
    r (`X 3); r `Y; r (ref 3); r (lazy 3); r (Ok [ 1 ]); r (1, 2.5, "x"); r [| 1.5; 2.5 |]; r (Some (Some (Some None))); r (Array.make 40 (Some 1)); r forward;
    r (Bytes.of_string "ab"); r (Array.init 300 (fun i -> i)); r (List.init 300 (fun i -> string_of_int i)) ]
let closures = [ r even; r odd; r (fun x -> x); r (C 5); r (G (fun x -> x + 1)); r 7; r "s"; r (G (fun x -> x)) ]

let relations = [ "=", ( = ); "<>", ( <> ); "<", ( < ); "<=", ( <= ); ">", ( > ); ">=", ( >= ) ]
let all xs ys tag =
  List.iteri (fun i x -> List.iteri (fun j y ->
      attempt (Printf.sprintf "%s compare %d %d" tag i j) (fun () -> string_of_int (compare x y));
      List.iter (fun (n, f) -> attempt (Printf.sprintf "%s %d %s %d" tag i n j) (fun () -> string_of_bool (f x y))) relations) ys) xs

external hash : int -> int -> int -> Obj.t -> int = "caml_hash"
external add_offset : Obj.t -> int32 -> Obj.t = "caml_obj_add_offset"
external public_method : Obj.t -> int -> Obj.t = "caml_get_public_method"
external afl : unit -> unit = "caml_reset_afl_instrumentation"

let tag_of_name s =
  let h = ref 0 in
  String.iter (fun c -> h := 223 * !h + Char.code c) s;
  let h = !h land (1 lsl 31 - 1) in
  if h > 0x3FFFFFFF then h - (1 lsl 31) else h

(* let rec of values of all shapes *)
type tree = Node of tree list * string
let rec ones = 1 :: ones
let rec node = Node ([ node; other ], "n") and other = Node ([ node ], "o")
let rec self = (fun n -> if n = 0 then 0 else 1 + fst pair (n - 1)) and pair = (self, "pair")
let rec counted n = if n = 0 then again 1 else n and again = let k = 3 in fun n -> if n > k then n else counted (n + k)

let () =
  (* None of these is refused: a line a pair. *)
  List.iteri (fun i x -> List.iteri (fun j y ->
      let holding = List.filter (fun (_, f) -> f x y) relations in
      Printf.printf "values %d %d: %d %s\n" i j (compare x y) (String.concat " " (List.map fst holding))) values) values;
  all closures closures "closure";
  attempt "same closure" (fun () -> string_of_int (compare even even) ^ string_of_bool (even == even));
  attempt "equal same closure" (fun () -> string_of_bool (even = even));
  let abstract = Obj.new_block Obj.abstract_tag 2 in
  all [ abstract; r 1 ] [ abstract; r 2; r "s"; Obj.new_block Obj.abstract_tag 2 ] "abstract";
  all [ r stdout; r stdin ] [ r stdout; r stderr; r 1 ] "channel";
  List.iteri (fun i v ->
      List.iter (fun (count, limit, seed) -> Printf.printf "hash %d %d %d %d: %d\n" count limit seed i (hash count limit seed v))
        [ (10, 100, 0); (1, 1, 0); (3, 5, 42); (0, 10, 1); (256, 256, 7); (1000, 1000, -1); (5, 0, 0); (-1, 10, 3) ];
      Printf.printf "hash_param %d: %d %d\n" i (Hashtbl.hash_param 5 9 v) (Hashtbl.seeded_hash 12345 v)) values;
  Printf.printf "abstract hash %d\n" (Hashtbl.hash abstract);
  (* How deep a comparison may go *)
  let rec left n acc = if n = 0 then acc else left (n - 1) (L (acc, n)) in
  let a = left 524_287 N and b = left 524_287 N in
  attempt "deep" (fun () -> string_of_int (compare a b));
  attempt "deeper by one" (fun () -> string_of_int (compare (L (a, 0)) (L (b, 0))));
  let rec long n acc = if n = 0 then acc else long (n - 1) (n :: acc) in
  attempt "long" (fun () -> string_of_int (compare (long 600_000 []) (long 600_000 [])));
  (* Blocks *)
  let b = Obj.repr (ref (1, 2)) in
  Printf.printf "%d %d %d %d %d\n" (Obj.tag b) (Obj.size b) (Obj.tag (r 1)) (Obj.tag (r even)) (Obj.tag (r "s"));
  attempt "with_tag" (fun () -> let d = Obj.with_tag 7 (r (1, "x")) in Printf.sprintf "%d %d" (Obj.tag d) (Obj.size d));
  attempt "dup" (fun () -> let d = Obj.dup (r [| 1.; 2. |]) in string_of_bool (d = r [| 1.; 2. |]) ^ string_of_bool (d == d));
  attempt "new_block" (fun () -> string_of_int (Obj.size (Obj.new_block 0 (-1))));
  attempt "new_block string" (fun () -> string_of_int (Obj.size (Obj.new_block Obj.string_tag 0)));
  attempt "new_block custom" (fun () -> string_of_int (Obj.size (Obj.new_block Obj.custom_tag 3)));
  attempt "new_block huge" (fun () -> string_of_int (Obj.size (Obj.new_block 0 max_int)));
  attempt "truncate" (fun () -> let a = Array.init 5 (fun i -> i) in Obj.truncate (r a) 3; string_of_int (Array.length a) ^ string_of_int a.(2));
  attempt "truncate all" (fun () -> let a = Array.init 5 (fun i -> i) in Obj.truncate (r a) 5; string_of_int (Array.length a));
  attempt "truncate nothing" (fun () -> Obj.truncate (r [| 1; 2 |]) 0; "done");
  attempt "truncate more" (fun () -> Obj.truncate (r [| 1; 2 |]) 3; "done");
  attempt "set_raw" (fun () -> let a = [| 1; 2 |] in Obj.set_raw_field (r a) 0 7n; Nativeint.to_string (Obj.raw_field (r a) 0) ^ string_of_int a.(0));
  attempt "infix" (fun () -> string_of_bool (add_offset (r even) 0l == r even)
      ^ string_of_bool (add_offset (r even) 24l == r odd) ^ string_of_bool (add_offset (r odd) (-24l) == r even)
      ^ string_of_bool ((Obj.obj (add_offset (r even) 24l) : int -> bool) 7) ^ string_of_int (Obj.size (r even)));
  attempt "methods" (fun () ->
      let get : Obj.t -> int = Obj.obj (public_method (r p1) (tag_of_name "get")) in
      let name : Obj.t -> string = Obj.obj (public_method (r n1) (tag_of_name "name")) in
      string_of_int (get (r p1)) ^ name (r n1));
  afl ();
  attempt "oids" (fun () -> let a = Oo.id (object end) in let b = Oo.id (object end) in string_of_int (b - a));
  attempt "extension" (fun () -> Obj.Extension_constructor.(name (of_val (Mine (1, "")))));
  (* let rec *)
  attempt "ones" (fun () -> match ones with a :: b :: c -> Printf.sprintf "%d %d %b" a b (c == ones) | _ -> "");
  attempt "nodes" (fun () -> match node with Node ([ a; Node ([ b ], o) ], n) -> Printf.sprintf "%b %b %s%s" (a == node) (b == node) o n | _ -> "");
  attempt "self" (fun () -> Printf.sprintf "%d %s" (self 10) (snd pair));
  attempt "counted" (fun () -> Printf.sprintf "%d %d" (counted 0) (again 2));
  attempt "lazies" (fun () ->
      let rec l = lazy (if true then 1 else Lazy.force l) in
      Printf.sprintf "%d %b" (Lazy.force l) (Lazy.is_val l));
  attempt "undefined" (fun () -> let rec l = lazy (1 + Lazy.force l) in try string_of_int (Lazy.force l) with CamlinternalLazy.Undefined -> "Undefined");
  (* Digests *)
  List.iter (fun n -> Printf.printf "md5 %d %s\n" n (Digest.to_hex (Digest.string (String.init n (fun i -> Char.chr (i * 7 land 255))))))
    [ 0; 1; 54; 55; 56; 57; 63; 64; 65; 119; 120; 128; 1000; 100_000 ];
  attempt "substring" (fun () -> Digest.to_hex (Digest.substring "abcdef" 2 3));
  attempt "substring out" (fun () -> Digest.to_hex (Digest.substring "abcdef" 4 3))
