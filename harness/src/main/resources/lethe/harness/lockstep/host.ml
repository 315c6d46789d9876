(* Loads the plugins that the arguments name, each twice, and calls what they register. *)

let () =
  let plugins = List.tl (Array.to_list Sys.argv) in
  List.iter (fun file -> Dynlink.loadfile_private file; Dynlink.loadfile_private file) plugins;
  (match Dynlink.loadfile "none.cmo" with
   | () -> print_endline "loaded nothing"
   | exception Dynlink.Error _ -> print_endline "refused");
  List.iter (fun (name, f) -> Printf.printf "%s %d\n" name (f 10)) (List.rev !Registry.registered)
