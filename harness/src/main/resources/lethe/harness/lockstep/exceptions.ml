(* Exceptions: every way to raise, handle and pass one on. The argument is how often all of it is done. *)

exception Stop of int
exception Pair of string * int

let rounds = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 1

(* The handler needs variables of its own function, which are found by env. *)
let guarded offset f = try f () with Stop n -> n + offset | Not_found -> offset

let rec descend depth = if depth = 0 then raise (Stop 1) else 1 + descend (depth - 1)

let rec handlers depth =
  if depth = 0 then raise (Pair ("bottom", 0))
  else try handlers (depth - 1) with Pair (where, n) when n < depth -> raise (Pair (where, n + 1))

let again f = try f () with e -> raise e

let quiet n = try if n > 3 then raise_notrace (Stop n) else n with Stop n -> -n

let of_primitives =
  [ (fun () -> int_of_string "12x");
    (fun () -> List.assoc 3 [ (1, 2) ]);
    (fun () -> 1 / (rounds - rounds));
    (fun () -> Char.code "abc".[rounds + 5]);
    (fun () -> (Array.make 2 0).(rounds + 5));
    (fun () -> int_of_float (float_of_string "no"));
    (fun () -> Char.code (Bytes.get (Bytes.create 3) (-rounds)));
    (fun () -> String.length (String.sub "abc" 2 5));
    (fun () -> Hashtbl.find (Hashtbl.create 1) rounds) ]

let cleaned = ref 0

let protected n =
  Fun.protect ~finally:(fun () -> incr cleaned) (fun () -> if n mod 2 = 0 then raise Exit else n)

(* A handler waits while the stack grows, and takes what comes from the far end of it. *)
let rec deep n = if n = 0 then raise Not_found else let r = deep (n - 1) in r + n

let rec endless n = 1 + endless (n + 1)

let loop limit =
  let i = ref 0 in
  try
    while true do
      incr i;
      if !i = limit then raise Exit
    done;
    0
  with Exit -> !i

let once () =
  let sum = ref (guarded 10 (fun () -> descend 20)) in
  (try ignore (handlers 30) with Pair (_, n) -> sum := !sum + n);
  (try again (fun () -> raise (Stop 4)) with Stop n -> sum := !sum + n);
  for i = 0 to 6 do sum := !sum + quiet i done;
  List.iter
    (fun f ->
      try sum := !sum + f () with
      | Failure m | Invalid_argument m -> sum := !sum + String.length m
      | Not_found -> sum := !sum + 1
      | Division_by_zero -> sum := !sum + 2)
    of_primitives;
  for i = 1 to 4 do try sum := !sum + protected i with Exit -> incr sum done;
  !sum + loop 10

let () =
  let sum = ref 0 in
  for _ = 1 to rounds do sum := !sum + once () done;
  let far = try deep 2_000 with Not_found -> 7 in
  let overflow = if rounds > 1 then (try endless 0 with Stack_overflow -> 1) else 0 in
  Printf.printf "%d %d %d %d\n" !sum !cleaned far overflow;
  at_exit (fun () -> print_endline "at exit");
  if rounds > 2 then raise (Pair ("uncaught", rounds))
