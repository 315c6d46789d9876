(* Backtraces: from raises, primitives and the machine; kept, restored, printed; and of an exception nobody catches. *)

exception Mine of int

let print_trace what =
  Printf.printf "%s\n%s" what (Printexc.get_backtrace ())

let rec deep n = if n = 0 then raise (Mine 3) else 1 + deep (n - 1)
let divide a b = 1 + (a / b)
let lookup t k = 1 + Hashtbl.find t k
let parse s = 1 + int_of_string s
let index a i = 1 + a.(i)
let passes_on f = try f () with Not_found -> 0
let again f = try f () with e -> raise e
let same f = try f () with e -> let bt = Printexc.get_raw_backtrace () in Printexc.raise_with_backtrace e bt
let silent () = raise_notrace Exit
let callback () = List.fold_left (fun a x -> if x = 3 then failwith "three" else a + x) 0 [ 1; 2; 3; 4 ]
let finally () = Fun.protect ~finally:(fun () -> ()) (fun () -> 1 + deep 2)
let assertion x = assert (x > 0); x
let matching = function 1 -> 2 | 2 -> 3

let attempt what f =
  match f () with
  | n -> Printf.printf "%s %d\n" what n
  | exception e ->
      let bt = Printexc.get_raw_backtrace () in
      Printf.printf "%s: %s, %d slots\n" what (Printexc.to_string e) (Printexc.raw_backtrace_length bt);
      print_trace what;
      (match Printexc.backtrace_slots bt with
      | None -> print_endline "no slots"
      | Some slots ->
          Array.iteri
            (fun i s ->
              match Printexc.Slot.format i s with
              | Some line -> Printf.printf "%b %b %s\n" (Printexc.Slot.is_raise s) (Printexc.Slot.is_inline s) line
              | None -> print_endline "-")
            slots)

let all () =
  attempt "deep" (fun () -> deep 4);
  attempt "divide" (fun () -> divide 1 (Array.length [||]));
  attempt "modulo" (fun () -> 1 + (5 mod Array.length [||]));
  attempt "lookup" (fun () -> lookup (Hashtbl.create 3) "x");
  attempt "parse" (fun () -> parse "x");
  attempt "index" (fun () -> index [| 1 |] 5);
  attempt "passes on" (fun () -> passes_on (fun () -> deep 2));
  attempt "again" (fun () -> again (fun () -> deep 2));
  attempt "same" (fun () -> same (fun () -> deep 2));
  attempt "silent" silent;
  attempt "callback" callback;
  attempt "finally" finally;
  attempt "assertion" (fun () -> assertion 0);
  attempt "matching" (fun () -> matching 5);
  attempt "overflow" (fun () -> let rec f n = 1 + f (n + 1) in if f 0 > 0 then 1 else 2)

let rec stack n = if n = 0 then Printexc.raw_backtrace_to_string (Printexc.get_callstack 10) else stack (n - 1) ^ ""

let () =
  print_endline "off unless asked for";
  Printf.printf "%b\n" (Printexc.backtrace_status ());
  attempt "deep" (fun () -> deep 4);
  print_string (stack 3);
  Printexc.record_backtrace true;
  all ();
  print_string (stack 3);
  (try stack 2 |> print_string; ignore (deep 3) with Mine _ -> print_trace "after a call stack");
  let bt = Printexc.get_callstack 2 in
  Printf.printf "%d\n" (Printexc.raw_backtrace_length bt);
  (match Printexc.get_raw_backtrace_slot bt 7 with _ -> () | exception Invalid_argument s -> print_endline s);
  Printexc.record_backtrace false;
  attempt "off again" (fun () -> deep 2);
  Printexc.record_backtrace true;
  flush stdout;
  at_exit (fun () -> print_endline "at exit");
  ignore (again (fun () -> finally ()))
