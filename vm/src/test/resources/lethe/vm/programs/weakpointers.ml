(* Weak arrays, ephemerons and weak hash tables. What is shown has been decided by several major cycles. *)

let collect () = for _ = 1 to 3 do Gc.full_major () done

let shown = function None -> "empty" | Some n -> string_of_int n
let show name values = Printf.printf "%s: %s\n" name (String.concat " " values)
let contents w = List.init (Weak.length w) (fun i -> shown (Option.map ( ! ) (Weak.get w i)))

let refused name f =
  match f () with
  | () -> Printf.printf "%s: accepted\n" name
  | exception Invalid_argument message -> Printf.printf "%s: %s\n" name message

let kept = ref []

let keep v = kept := Obj.repr v :: !kept; v

let weak_arrays () =
  let w = Weak.create 5 in
  show "created" (contents w);
  for i = 0 to 4 do
    Weak.set w i (Some (if i land 1 = 0 then keep (ref i) else ref i))
  done;
  collect ();
  show "the even ones are kept" (contents w);
  let copy = Weak.create 7 in
  Weak.blit w 0 copy 2 5;
  show "blit" (contents copy);
  Weak.blit copy 2 copy 0 5;
  show "to the left" (contents copy);
  Weak.blit copy 0 copy 1 5;
  show "to the right" (contents copy);
  Weak.fill copy 1 3 None;
  show "fill" (contents copy);
  (match Weak.get w 0, Weak.get_copy w 0 with
   | Some a, Some b -> Printf.printf "copy: equal %b, same %b\n" (a = b) (a == b)
   | _ -> print_endline "copy: lost");
  kept := [];
  collect ();
  show "nothing is kept" (contents w);
  let odd = Weak.create 2 in
  Weak.set odd 0 (Some (Obj.magic 7));
  Weak.set odd 1 (Some (Obj.magic [||]));
  collect ();
  Printf.printf "what never dies: %b %b\n" (Weak.check odd 0) (Weak.check odd 1)

let weak_copies () =
  let w = Weak.create 1 in
  let put v = Weak.set w 0 (Some (Obj.repr v)) in
  let same () =
    match Weak.get w 0, Weak.get_copy w 0 with Some a, Some b -> a == b | _ -> failwith "lost"
  in
  let number = keep 5L in
  put number;
  Printf.printf "copy of an int64 is itself: %b\n" (same ());
  put (keep (float_of_string "1.5"));
  Printf.printf "copy of a float is itself: %b\n" (same ());
  let bias = ref 77 in
  let rec even n = if n = 0 then !bias else odd (n - 1)
  and odd n = if n = 0 then - !bias else even (n - 1) in
  ignore (keep even);
  put odd;
  (match Weak.get_copy w 0 with
   | Some copy -> Printf.printf "copy of a function: same %b, gives %d\n" (copy == Obj.repr odd) ((Obj.obj copy : int -> int) 3)
   | None -> print_endline "lost");
  kept := []

let errors () =
  let w : int ref Weak.t = Weak.create 2 in
  refused "Weak.create" (fun () -> ignore (Weak.create (-1)));
  refused "Weak.create" (fun () -> ignore (Weak.create max_int));
  refused "Weak.set" (fun () -> Weak.set w 2 None);
  refused "Weak.get" (fun () -> ignore (Weak.get w (-1)));
  refused "Weak.get_copy" (fun () -> ignore (Weak.get_copy w 2));
  refused "Weak.check" (fun () -> ignore (Weak.check w 5));
  refused "Weak.fill" (fun () -> Weak.fill w 1 2 None);
  refused "Weak.blit" (fun () -> Weak.blit w 0 w 1 2);
  refused "Weak.blit" (fun () -> Weak.blit w 1 w 1 0)

module K1 = Ephemeron.K1
module K2 = Ephemeron.K2
module Kn = Ephemeron.Kn

let key n = ref n
let deref = function None -> "empty" | Some r -> string_of_int !r

let cyclic () =
  let e = K1.create () in
  let self = key 5 in
  K1.set_key e self;
  K1.set_data e (self, ref 6);
  e

let ephemerons () =
  let k = keep (key 1) in
  let e = K1.create () in
  K1.set_key e k;
  K1.set_data e (ref 2);
  collect ();
  show "key alive" [deref (K1.get_key e); deref (K1.get_data e); deref (K1.get_data_copy e)];
  let dying = K1.create () in
  K1.set_key dying (key 3);
  K1.set_data dying (ref 4);
  collect ();
  show "key dead" [deref (K1.get_key dying); deref (K1.get_data dying)];
  let cycle = cyclic () in
  collect ();
  Printf.printf "cycle: %b %b (%d)\n" (K1.check_key cycle) (K1.check_data cycle) !k;
  let no_key = K1.create () in
  K1.set_data no_key (ref 7);
  collect ();
  show "no key" [deref (K1.get_key (no_key : (int ref, int ref) K1.t)); deref (K1.get_data no_key)];
  let two = K2.create () in
  K2.set_key1 two k;
  K2.set_key2 two (key 8);
  K2.set_data two (ref 9);
  collect ();
  show "one of two" [deref (K2.get_key1 two); deref (K2.get_key2 two); deref (K2.get_data two)];
  let many = Kn.create 40 in
  let keys = keep (Array.init 40 key) in
  Array.iteri (fun i k -> Kn.set_key many i k) keys;
  Kn.set_data many (ref 10);
  collect ();
  show "forty keys" [deref (Kn.get_key many 39); deref (Kn.get_data many)];
  let other = Kn.create 3 in
  Kn.blit_key many 37 other 0 3;
  Kn.blit_data many other;
  show "blit" (deref (Kn.get_data other) :: List.init 3 (fun i -> deref (Kn.get_key other i)));
  keys.(39) <- ref 0;
  collect ();
  show "one of forty" [deref (Kn.get_key many 38); deref (Kn.get_key many 39); deref (Kn.get_data many)];
  Kn.unset_data other;
  Kn.unset_key other 0;
  show "unset" (deref (Kn.get_data other) :: List.init 3 (fun i -> deref (Kn.get_key other i)));
  Printf.printf "still there: %d %d\n" !k (Array.length keys);
  kept := []

(* Each ephemeron's data is the key of the one before it in the list. *)
let rec build i k all =
  if i = 0 then all
  else begin
    let e = K1.create () in
    let data = key i in
    K1.set_key e k;
    K1.set_data e data;
    build (i - 1) data (e :: all)
  end

let chain () =
  let length = 2000 in
  let all = build length (keep (key 0)) [] in
  collect ();
  let full = List.length (List.filter K1.check_data all) in
  Printf.printf "chain: %d of %d, last %s\n" full length (deref (K1.get_data (List.hd all)));
  kept := [];
  collect ();
  Printf.printf "chain let go: %d\n" (List.length (List.filter K1.check_data all))

module Table = Ephemeron.K1.Make (struct
  type t = string ref
  let equal a b = !a = !b
  let hash a = Hashtbl.hash !a
end)

module Set = Weak.Make (struct
  type t = string
  let equal = String.equal
  let hash = Hashtbl.hash
end)

let tables () =
  let table = Table.create 4 in
  let names = keep (Array.init 100 (fun i -> ref (string_of_int i))) in
  Array.iteri (fun i k -> Table.add table k (i * i)) names;
  collect ();
  Printf.printf "table: %d, 7 -> %d\n" (Table.stats_alive table).Hashtbl.num_bindings (Table.find table (ref "7"));
  Array.fill names 0 50 names.(99);
  collect ();
  Printf.printf "half: %d %b\n" (Table.stats_alive table).Hashtbl.num_bindings (Table.mem table (ref "7"));
  Printf.printf "names: %d\n" (Array.length names);
  let set = Set.create 4 in
  let words = keep (Array.init 60 (fun i -> Printf.sprintf "word %d" i)) in
  Array.iter (fun s -> ignore (Set.merge set s)) words;
  Printf.printf "merged: %b\n" (Set.merge set (Printf.sprintf "word %d" 3) == words.(3));
  Array.fill words 0 20 "none";
  collect ();
  Printf.printf "set: %d, %b %b\n" (Set.count set) (Set.mem set "word 3") (Set.mem set "word 30");
  Printf.printf "words: %d\n" (Array.length words);
  kept := []

let () =
  weak_arrays ();
  weak_copies ();
  errors ();
  ephemerons ();
  chain ();
  tables ()
