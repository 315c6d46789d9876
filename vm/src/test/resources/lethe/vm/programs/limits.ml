(* Stack_overflow and Out_of_memory are exceptions like others; the parameters of the collector are set and read back. *)

let rec deep n = 1 + deep (n + 1)

let overflow () =
  match deep 0 with
  | _ -> print_endline "no end"
  | exception Stack_overflow -> print_endline "stack overflow"

let exhausted () =
  match Array.make (1 lsl 50) 0 with
  | _ -> print_endline "plenty"
  | exception Out_of_memory -> print_endline "out of memory"

let refused f =
  match f () with
  | () -> print_endline "accepted"
  | exception Sys_error m -> print_endline ("Sys_error " ^ m)
  | exception Invalid_argument m -> print_endline m

let signal_name = function
  | Sys.Signal_default -> "default"
  | Sys.Signal_ignore -> "ignore"
  | Sys.Signal_handle _ -> "handle"

let signals () =
  let set s b = signal_name (Sys.signal s b) in
  let ignored = set Sys.sigusr1 Sys.Signal_ignore in
  let handled = set Sys.sigusr1 (Sys.Signal_handle ignore) in
  let default = set Sys.sigusr1 Sys.Signal_default in
  let last = set Sys.sigusr1 Sys.Signal_default in
  Printf.printf "%s %s %s %s\n" ignored handled default last;
  List.iter
    (fun s -> refused (fun () -> Sys.set_signal s Sys.Signal_default))
    [Sys.sigkill; Sys.sigstop; -28; -29; 0; 1; 32; 33; 34; 64; 65; 100; max_int; min_int]

let show (g : Gc.control) =
  Printf.printf "%d %d %d %d %d %d %d %d %d %d\n" g.minor_heap_size g.major_heap_increment g.space_overhead g.verbose
    g.max_overhead g.allocation_policy g.window_size g.custom_major_ratio g.custom_minor_ratio g.custom_minor_max_size

let set f = Gc.set (f (Gc.get ())); show (Gc.get ())

let parameters () =
  set (fun g ->
      { g with Gc.minor_heap_size = 1; space_overhead = 0; max_overhead = -5; window_size = 0; custom_major_ratio = 0;
        custom_minor_ratio = -1; custom_minor_max_size = -1; major_heap_increment = 1 });
  set (fun g ->
      { g with Gc.minor_heap_size = 5000; space_overhead = 200; max_overhead = 1000000; window_size = 100;
        allocation_policy = 7; major_heap_increment = 5000 });
  set (fun g -> { g with Gc.minor_heap_size = -3; allocation_policy = 0; major_heap_increment = 15; space_overhead = -4 });
  set (fun g -> { g with Gc.allocation_policy = -1; minor_heap_size = 262144; window_size = -3; space_overhead = 80 });
  Gc.set { (Gc.get ()) with Gc.stack_limit = 100_000 };
  Printf.printf "%d\n" (Gc.get ()).Gc.stack_limit

external parameters_text : unit -> string = "caml_runtime_parameters"
external bucket : int -> int = "caml_get_major_bucket"
external credit : int -> int = "caml_get_major_credit"
external fallbacks : unit -> int = "caml_gc_huge_fallback_count"
external enable_warnings : bool -> unit = "caml_ml_enable_runtime_warnings"
external warnings : unit -> bool = "caml_ml_runtime_warnings_enabled"

let rest () =
  print_endline (parameters_text ());
  enable_warnings true;
  Printf.printf "%b %s\n" (warnings ()) (parameters_text ());
  refused (fun () -> ignore (bucket (-1)));
  Printf.printf "%d %d %d %d\n" (bucket 3) (bucket 100) (credit (-1)) (fallbacks ());
  Printf.printf "%d\n" (Gc.major_slice 10);
  let profile rate size = Gc.Memprof.start ~sampling_rate:rate ~callstack_size:size Gc.Memprof.null_tracker in
  let attempt f = match f () with () -> print_endline "ok" | exception (Failure m | Invalid_argument m) -> print_endline m in
  List.iter attempt
    [ Gc.Memprof.stop; (fun () -> profile (-1.) 1); (fun () -> profile 2. 1); (fun () -> profile nan 0);
      (fun () -> profile 0. (-1)); (fun () -> profile 0. 3); (fun () -> profile (-1.) 0); Gc.Memprof.stop; Gc.Memprof.stop ]

let sizes () =
  let size v = Printf.printf "%d " (Obj.reachable_words (Obj.repr v)) in
  size 1; size [||]; size "abc"; size [1; 2; 3]; size 1.5; size 1L;
  let l = [1; 2] in
  size (l, l);
  size (Weak.create 4 : int ref Weak.t);
  size (Array.make 3 (ref 1));
  let rec cycle = 1 :: 2 :: cycle in
  size cycle;
  print_newline ()

let counts () =
  let a = Gc.quick_stat () in
  Gc.full_major ();
  let b = Gc.stat () in
  Printf.printf "%b %b %b %b\n"
    (b.Gc.forced_major_collections = a.Gc.forced_major_collections + 1)
    (b.Gc.minor_collections > a.Gc.minor_collections)
    (b.Gc.major_collections > a.Gc.major_collections)
    (b.Gc.live_words + b.Gc.free_words + b.Gc.fragments = b.Gc.heap_words);
  let before = Gc.minor_words () in
  let l = List.init 10 (fun i -> i) in
  Printf.printf "%b %d\n" (Gc.minor_words () -. before >= 30.) (List.length l);
  Printf.printf "%b\n" (Gc.allocated_bytes () > 0.)

let () =
  overflow ();
  overflow ();
  exhausted ();
  signals ();
  parameters ();
  overflow ();
  rest ();
  sizes ();
  counts ()
