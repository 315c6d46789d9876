(* Text built, formatted, split and searched with Stdlib. *)
open Stdlib

let count = 55

let page n =
  let b = Buffer.create 16 in
  for i = 1 to n do
    Buffer.add_string b (Printf.sprintf "%d:%s:%04x;" i (String.make (i land 7) 'a') (i * i))
  done;
  Buffer.contents b

let () =
  for _ = 1 to count do
    let fields = String.split_on_char ';' (page 1500) in
    let parsed = List.filter_map (fun f -> match String.index_opt f ':' with Some i -> int_of_string_opt (String.sub f 0 i) | None -> None) fields in
    let upper = String.concat "," (List.map String.uppercase_ascii fields) in
    assert ((List.fold_left ( + ) 0 parsed, String.length upper) = (1_125_750, 22_361))
  done
