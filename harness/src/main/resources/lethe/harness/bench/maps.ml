(* Stdlib's balanced trees over a functor, and its hash tables with strings as keys. *)
open Stdlib

let count = 9

module Ints = Map.Make (Int)

let map n =
  let rec fill i m = if i = n then m else fill (i + 1) (Ints.add (i * 7919 land 0xffff) i m) in
  let m = fill 0 Ints.empty in
  Ints.fold (fun key value sum -> (sum + key lxor value) land 0xffffff) (Ints.filter (fun key _ -> key land 3 <> 0) m) 0

let table n =
  let t = Hashtbl.create 16 in
  for i = 0 to n - 1 do
    Hashtbl.replace t (string_of_int (i land 4095)) i
  done;
  Hashtbl.fold (fun key value sum -> (sum + String.length key * value) land 0xffffff) t 0

let () =
  for _ = 1 to count do
    assert ((map 10_000, table 20_000) = (10_824_672, 6_991_185))
  done
