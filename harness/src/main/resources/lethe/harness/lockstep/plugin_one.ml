(* Objects and exceptions in loaded code. *)

exception Mine of int

let tables = List.map (fun n -> object method m1 = n method m2 = n * 2 method name = "o" end) [ 1; 2; 3 ]
let others = List.map (fun n -> object method a = 0 method m2 = n * 5 end) [ 4; 5 ]

let rec deep n = if n = 0 then raise (Mine 3) else 1 + deep (n - 1)

let run n =
  let sum = List.fold_left (fun s o -> s + o#m2) 0 in
  let caught = try deep n with Mine k -> k * n in
  sum (List.map (fun o -> (o :> < m2 : int >)) tables) + sum (List.map (fun o -> (o :> < m2 : int >)) others) + caught

let () = Registry.register "one" run
