(* Everything in which two machines may differ, once (Allowance.java). *)

let slots =
  try raise Not_found
  with Not_found -> Printexc.get_raw_backtrace_slot (Printexc.get_raw_backtrace ()) 0

(* A primitive that allocates fills the minor heap, and the next poll is that of POPTRAP. *)
let sum = ref 0.

let poll () =
  for i = 1 to 5_000 do
    try sum := !sum +. float_of_int i with Exit -> ()
  done

let fresh () = Bytes.length (Bytes.create 40) + Array.length (Array.create_float 3)

let chance () = Random.self_init (); Random.int 1000

let forwarded () =
  let value = lazy (ref 3) in
  let pair = (value, 1) in
  let forced = Lazy.force value in
  let before = snd pair in
  Gc.full_major ();
  !forced + before + snd pair

let () =
  poll ();
  let rounded = sin 0.16566992509164924 in
  Printf.printf "%g %d %d %d %h\n" !sum (fresh ()) (chance ()) (forwarded ()) rounded;
  Printf.printf "%g %g\n" (Sys.time ()) (Gc.quick_stat ()).Gc.minor_words;
  ignore (Sys.opaque_identity slots)
