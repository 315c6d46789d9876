(* What a memory profile that takes every word is told: of blocks that stay, that die, of large ones, of unmarshalled ones. *)
open Gc.Memprof

let counts = Hashtbl.create 10
let count what n = Hashtbl.replace counts what (n + Option.value ~default:0 (Hashtbl.find_opt counts what))

let source = function Normal -> "normal" | Marshal -> "marshal" | Custom -> "custom"

let report name =
  let number what = Option.value ~default:0 (Hashtbl.find_opt counts what) in
  List.iter (fun what -> Printf.printf "%s: %s %d\n" name what (number what))
    [ "minor normal"; "major normal"; "minor marshal"; "major marshal"; "wrong size" ];
  Printf.printf "%s: told of each %b, of each death %b\n" name
    (number "minor" = number "promote" + number "dealloc minor")
    (number "dealloc major" = number "promote" + number "major");
  Hashtbl.reset counts

let told kind info =
  count (kind ^ " " ^ source info.source) info.n_samples;
  count kind 1;
  if info.n_samples <> info.size + 1 then count "wrong size" 1;
  Some (ref info.size)

let tracker =
  { alloc_minor = told "minor";
    alloc_major = told "major";
    promote = (fun size -> count "promote" 1; Some size);
    dealloc_minor = (fun _ -> count "dealloc minor" 1);
    dealloc_major = (fun _ -> count "dealloc major" 1) }

let kept = ref [||]
let text = Marshal.to_string (Array.init 20 (fun i -> (i, string_of_int i))) []

let profile name f =
  Array.fill !kept 0 (Array.length !kept) (Obj.repr 0);
  start ~callstack_size:5 ~sampling_rate:1. tracker;
  f ();
  Gc.full_major ();
  Array.fill !kept 0 (Array.length !kept) (Obj.repr 0);
  Gc.full_major ();
  Gc.full_major ();
  stop ();
  report name

let () =
  kept := Array.make 50 (Obj.repr 0);
  profile "nothing" (fun () -> ());
  profile "pairs" (fun () -> for i = 0 to 49 do !kept.(i) <- Obj.repr (i, i) done);
  profile "dead" (fun () -> for i = 0 to 49 do ignore (Sys.opaque_identity (i, i, i)) done);
  profile "arrays" (fun () -> for i = 0 to 9 do !kept.(i) <- Obj.repr (Array.make (100 * i) i) done);
  profile "floats" (fun () -> for i = 0 to 9 do !kept.(i) <- Obj.repr (Sys.opaque_identity (float i *. 1.5)) done);
  profile "strings" (fun () -> for i = 0 to 9 do !kept.(i) <- Obj.repr (Bytes.create (50 * i)) done);
  profile "unmarshalled" (fun () -> !kept.(0) <- Obj.repr (Marshal.from_string text 0 : (int * string) array))

(* Rates, and what is wrong *)
let () =
  let attempt name f = Printf.printf "%s: %s\n" name (try f (); "done" with e -> Printexc.to_string e) in
  List.iter (fun rate ->
      attempt (Printf.sprintf "rate %h" rate) (fun () -> start ~sampling_rate:rate tracker; stop ()))
    [ 0.; 1.; 0.5; 1e-300; -0.1; 1.1; nan ];
  attempt "callstack" (fun () -> start ~callstack_size:(-1) ~sampling_rate:0.5 tracker);
  attempt "not started" stop;
  start ~sampling_rate:0. tracker;
  attempt "started" (fun () -> start ~sampling_rate:0. tracker);
  stop ();
  Hashtbl.reset counts;
  let n = ref 0 in
  start ~sampling_rate:0.1 { null_tracker with alloc_minor = (fun info -> n := !n + info.n_samples; None) };
  for i = 1 to 100_000 do ignore (Sys.opaque_identity (ref i)) done;
  stop ();
  Printf.printf "a tenth of 200000 words: %b\n" (abs (!n - 20_000) < 1000)

(* Many blocks about which the answer is unit *)
let () =
  let deaths = ref 0 in
  let dead answer = if Obj.repr answer == Obj.repr () then incr deaths; ignore (Sys.opaque_identity (List.init 10 (fun i -> i))) in
  start ~callstack_size:0 ~sampling_rate:1.
    { alloc_minor = (fun _ -> Some ()); alloc_major = (fun _ -> Some ()); promote = (fun () -> Some ()); dealloc_minor = dead; dealloc_major = dead };
  let kept = ref (List.init 300 (fun i -> (i, i))) in
  Gc.full_major ();
  ignore (Sys.opaque_identity !kept);
  kept := [];
  Gc.full_major ();
  Gc.full_major ();
  stop ();
  Printf.printf "deaths told: %b\n" (!deaths >= 600)

(* Exceptions, and a profile that a function of it stops *)
exception Enough

let () =
  let failing = { null_tracker with alloc_minor = (fun _ -> raise Enough) } in
  start ~callstack_size:0 ~sampling_rate:1. failing;
  (match Sys.opaque_identity (ref (Sys.opaque_identity (ref 1))) with
   | _ -> print_endline "no exception"
   | exception Enough -> stop (); print_endline "raised where a block was made");
  start ~callstack_size:0 ~sampling_rate:1. { null_tracker with alloc_minor = (fun _ -> stop (); None) };
  ignore (Sys.opaque_identity (ref (Sys.opaque_identity (ref 2))));
  (match stop () with () -> print_endline "not stopped" | exception Failure m -> print_endline m);
  start ~sampling_rate:1. { null_tracker with alloc_minor = (fun _ -> failwith "left over") };
  ignore (Sys.opaque_identity (ref (Sys.opaque_identity (ref 3))));
  print_endline "never printed"
