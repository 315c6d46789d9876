(* A host over OCaml's own Dynlink: private and public loads, an archive, failures; then marshalled closures of plugins, while they
   are in use and after they have been dropped. *)

let try_ what f = match f () with
  | () -> Printf.printf "%s: ok\n" what
  | exception Dynlink.Error e -> Printf.printf "%s: %s\n" what (Dynlink.error_message e)
  | exception e -> Printf.printf "%s: %s\n" what (Printexc.to_string e)
let file = Filename.concat Sys.argv.(1)

let () =
  ignore (List.map, Api.register, Printf.sprintf "%d");
  try_ "plugin" (fun () -> Dynlink.loadfile_private (file "plugin.cmo"));
  try_ "again" (fun () -> Dynlink.loadfile_private (file "plugin.cmo"));
  try_ "archive" (fun () -> Dynlink.loadfile (file "both.cma"));
  try_ "public" (fun () -> Dynlink.loadfile (file "bad.cmo"));
  try_ "twice" (fun () -> Dynlink.loadfile (file "both.cma"));
  try_ "none" (fun () -> Dynlink.loadfile (file "none.cmo"));
  try_ "not bytecode" (fun () -> Dynlink.loadfile (file "host.ml"));
  List.iter (fun (n, f) -> Printf.printf "%s 5 = %d\n" n (f 5)) !Api.table;
  Gc.full_major ();
  let s = List.map (fun (n, f) -> Marshal.to_string f [Marshal.Closures]) !Api.table in
  List.iter (fun s -> Printf.printf "%s %d\n" (Digest.to_hex (Digest.string s)) ((Marshal.from_string s 0 : int -> int) 5)) s;
  List.iter (fun u -> print_endline u) (List.filter (fun u -> u = "One" || u = "Two" || u = "Plugin" || u = "Bad") (Dynlink.all_units ()));
  Api.table := [];
  print_endline "dropped";
  Gc.full_major ();
  List.iter (fun s -> match (Marshal.from_string s 0 : int -> int) 5 with n -> Printf.printf "%d\n" n | exception Failure e -> print_endline e) s;
  try_ "plugin" (fun () -> Dynlink.loadfile_private (file "plugin.cmo"));
  List.iter (fun (n, f) -> Printf.printf "%s 5 = %d\n" n (f 5)) !Api.table
