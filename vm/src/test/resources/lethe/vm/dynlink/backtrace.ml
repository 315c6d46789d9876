(* A backtrace through a plugin, printed before the plugin is freed, after, and once another has its place. *)
let file = Filename.concat Sys.argv.(1)

let () =
  ignore (List.map, Api.register);
  Printexc.record_backtrace true;
  Dynlink.loadfile_private (file "traced.cmo");
  let trace = ref (Printexc.get_callstack 0) in
  let call () =
    match (List.assoc "traced" !Api.table) 5 with
    | _ -> ()
    | exception Failure _ -> trace := Printexc.get_raw_backtrace ()
  in
  call ();
  print_string (Printexc.raw_backtrace_to_string !trace);
  Api.table := [];
  Gc.full_major ();
  print_endline "dropped";
  print_string (Printexc.raw_backtrace_to_string !trace);
  Dynlink.loadfile_private (file "plugin.cmo");
  print_endline "another";
  print_string (Printexc.raw_backtrace_to_string !trace)
