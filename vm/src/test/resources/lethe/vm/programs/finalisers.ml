(* Finalisers, alarms and lazy values. Several major cycles decide before anything is shown. *)

let collect () = for _ = 1 to 4 do Gc.full_major () done
let log = Buffer.create 100
let note fmt = Printf.ksprintf (fun s -> Buffer.add_string log s; Buffer.add_char log ' ') fmt

let show name =
  Printf.printf "%s: %s\n" name (Buffer.contents log);
  Buffer.clear log

let refused name f =
  match f () with
  | () -> note "%s accepted" name
  | exception Invalid_argument message -> note "%s %s" name message

let errors () =
  refused "int" (fun () -> Gc.finalise ignore 1);
  refused "float" (fun () -> Gc.finalise ignore (float_of_string "1.5"));
  refused "lazy" (fun () -> Gc.finalise ignore (lazy (print_string "never")));
  refused "atom" (fun () -> Gc.finalise ignore [||]);
  refused "last" (fun () -> Gc.finalise_last ignore 1);
  refused "ref" (fun () -> Gc.finalise ignore (ref 1));
  show "values that die"

let order () =
  let a = ref 1 in
  Gc.finalise (fun _ -> note "a") a;
  let b = ref 2 in
  Gc.finalise (fun _ -> note "b") b;
  let c = ref [a; b] in
  Gc.finalise (fun l -> note "c%d" (List.length !l)) c;
  Gc.finalise (fun _ -> note "again") a

let last () =
  for i = 1 to 3 do
    Gc.finalise_last (fun () -> note "last%d" i) (ref i)
  done

let first_then_last () =
  let w = Weak.create 1 in
  let r = ref 1 in
  Weak.set w 0 (Some r);
  Gc.finalise (fun _ -> note "weak %b" (Weak.check w 0)) r;
  Gc.finalise_last (fun () -> note "weak %b" (Weak.check w 0)) r

let resurrected = ref []

let resurrect () =
  let n = ref 5 in
  Gc.finalise (fun r -> note "back%d" !r; resurrected := r :: !resurrected) n

let raising () =
  for i = 1 to 3 do
    Gc.finalise (fun _ -> note "x%d" i; if i = 2 then raise Exit) (ref i)
  done

let nested () =
  Gc.finalise
    (fun _ ->
      Gc.finalise (fun _ -> note "inner") (ref 0);
      note "<";
      collect ();
      note ">")
    (ref 1)

let released () =
  Gc.finalise
    (fun _ ->
      Gc.finalise (fun _ -> note "inner") (ref 0);
      note "<";
      Gc.finalise_release ();
      collect ();
      note ">")
    (ref 1)

let rec chain n = if n > 0 then Gc.finalise (fun r -> note "%d" !r; chain (n - 1)) (ref n)

let many () =
  let called = ref 0 in
  for i = 1 to 5000 do
    Gc.finalise (fun r -> called := !called + !r) (ref 1);
    Gc.finalise_last (fun () -> incr called) (ref i)
  done;
  called

let lazies () =
  let forced = ref 0 in
  let value = lazy (incr forced; [!forced]) in
  let again = List.init 3 (fun _ -> Lazy.force value) in
  collect ();
  note "%d %d %b" !forced (List.length again) (List.for_all (fun l -> l == Lazy.force value) again);
  let failing = lazy (incr forced; failwith "no") in
  for _ = 1 to 2 do try ignore (Lazy.force failing) with Failure m -> note "%s" m done;
  note "%d" !forced;
  let rec looping = lazy (Lazy.force looping + 1) in
  (try ignore (Lazy.force looping) with CamlinternalLazy.Undefined -> note "undefined");
  show "lazy"

let alarms () =
  let rang = ref 0 in
  let alarm = Gc.create_alarm (fun () -> incr rang) in
  collect ();
  note "%b" (!rang > 0);
  Gc.delete_alarm alarm;
  collect ();
  let before = !rang in
  collect ();
  note "%b" (!rang = before);
  show "alarm"

let () =
  errors ();
  collect ();
  order (); collect (); show "order";
  last (); collect (); show "last";
  first_then_last (); collect (); show "first, then last";
  resurrect (); collect (); show "resurrected";
  Printf.printf "kept %d\n" (List.length !resurrected);
  resurrected := []; collect (); show "only once";
  raising ();
  (try collect () with Exit -> note "exit");
  collect ();
  show "raising";
  nested (); collect (); show "nested";
  released (); collect (); show "released";
  chain 4; collect (); collect (); show "chain";
  let called = many () in
  collect ();
  Printf.printf "many: %d\n" !called;
  chain 3; Gc.compact (); Gc.compact (); Gc.compact (); Gc.compact (); show "compact";
  lazies ();
  alarms ()
