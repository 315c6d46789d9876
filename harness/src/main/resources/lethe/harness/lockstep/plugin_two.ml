(* Closures of loaded code: partial applications, groups with variables, a closure that outlives its caller. *)

let scale factor offset n = (factor * n) + offset
let twice = scale 2

let group base =
  let rec ping n = if n <= 0 then base else pong (n - 1) + 1
  and pong n = if n <= 0 then -base else ping (n - 2) * 2 in
  ping

let kept = ref []

let run n =
  kept := twice n :: group n :: !kept;
  List.fold_left (fun s f -> s + f n) 0 !kept

let () =
  if List.length !Registry.registered > 2 then Registry.register "two" (fun n -> run n + run (n + 1))
  else Registry.register "two" run
