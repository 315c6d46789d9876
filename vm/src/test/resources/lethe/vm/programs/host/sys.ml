(* The process: files by name, directories, commands, environment, arguments. *)
let show what f =
  match f () with
  | result -> Printf.printf "%s: %s\n%!" what result
  | exception e -> Printf.printf "%s: %s\n%!" what (Printexc.to_string e)

let bool what f = show what (fun () -> string_of_bool (f ()))
let unit what f = show what (fun () -> f (); "done")
let int what f = show what (fun () -> string_of_int (f ()))
let touch name = close_out (open_out name)
let names dir = let a = Sys.readdir dir in Array.sort compare a; String.concat " " (Array.to_list a)

let () =
  touch "file"; Sys.mkdir "dir" 0o755; touch "dir/inner"; Sys.mkdir "empty" 0o755;
  ignore (Sys.command "ln -s file link; ln -s dir dirlink; ln -s nowhere broken; ln -s loop loop");
  List.iter
    (fun name ->
      bool ("exists " ^ name) (fun () -> Sys.file_exists name);
      bool ("directory " ^ name) (fun () -> Sys.is_directory name))
    ["file"; "dir"; "dir/"; "link"; "dirlink"; "broken"; "loop"; "missing"; "file/x"; "file/"; ""; "."; "nul\000"];
  show "readdir" (fun () -> names ".");
  show "readdir order" (fun () -> String.concat " " (Array.to_list (Sys.readdir "dir")));
  List.iter (fun name -> show ("readdir " ^ name) (fun () -> names name)) ["dir"; "empty"; "dirlink"; "file"; "missing"; ""];
  List.iter (fun name -> unit ("mkdir " ^ name) (fun () -> Sys.mkdir name 0o700))
    ["new"; "new"; "file"; "missing/x"; "file/x"; "new/sub/"; ""; "loop"];
  List.iter (fun name -> unit ("remove " ^ name) (fun () -> Sys.remove name))
    ["dir"; "dirlink"; "missing"; "file/x"; "broken"; ""; "a\000b"];
  List.iter (fun name -> unit ("rmdir " ^ name) (fun () -> Sys.rmdir name))
    ["file"; "dir"; "missing"; "new/sub"; "new"; "link"; "file/x"; ""];
  List.iter
    (fun (a, b) -> unit (Printf.sprintf "rename %s %s" a b) (fun () -> Sys.rename a b))
    ["file", "moved"; "missing", "x"; "moved", "dir"; "dir", "moved"; "empty", "dir"; "moved", "missing/x"; "dir", "dir/y";
     "moved", "file"; "file", "file"; "a\000", "b"; "file", "b\000"];
  show "after" (fun () -> names ".")

let () =
  unit "chdir" (fun () -> Sys.chdir "dir");
  show "basename" (fun () -> Filename.basename (Sys.getcwd ()));
  bool "seen from there" (fun () -> Sys.file_exists "inner" && not (Sys.file_exists "file"));
  unit "made there" (fun () -> touch "made");
  int "command there" (fun () -> Sys.command "test -f made");
  unit "chdir up" (fun () -> Sys.chdir "..");
  List.iter (fun d -> unit ("chdir " ^ d) (fun () -> Sys.chdir d)) ["missing"; "file"; ""; "link"; "nul\000"]

let () =
  int "true" (fun () -> Sys.command "true");
  int "exit 7" (fun () -> Sys.command "exit 7");
  int "not found" (fun () -> Sys.command "no-such-command 2> /dev/null");
  int "nul" (fun () -> Sys.command "a\000b");
  int "writes" (fun () -> Sys.command "echo written > written");
  show "read" (fun () -> input_line (open_in "written"));
  show "getenv" (fun () -> Sys.getenv "LETHE_TEST");
  show "getenv_opt" (fun () -> match Sys.getenv_opt "LETHE_MISSING" with None -> "none" | Some s -> s);
  show "getenv missing" (fun () -> Sys.getenv "LETHE_MISSING");
  show "getenv nul" (fun () -> Sys.getenv "LETHE_TEST\000")

external modify_argv : string array -> unit = "caml_sys_modify_argv"
external get_argv : unit -> string * string array = "caml_sys_get_argv"
external isatty : out_channel -> bool = "caml_sys_isatty"
external rows : out_channel -> int = "caml_terminfo_rows"

let () =
  show "argv" (fun () -> String.concat "|" (Array.to_list Sys.argv));
  show "executable" (fun () -> Sys.executable_name);
  modify_argv [| "a"; "b\000c" |];
  show "modified" (fun () -> String.escaped (String.concat "|" (Array.to_list (snd (get_argv ())))));
  bool "time" (fun () -> Sys.time () >= 0.);
  show "constants" (fun () ->
    Printf.sprintf "%d %d %b %d %d %s %b %b %b" Sys.word_size Sys.int_size Sys.big_endian Sys.max_string_length
      Sys.max_array_length Sys.os_type Sys.unix Sys.win32 Sys.cygwin);
  show "version" (fun () -> Sys.ocaml_version);
  show "backend" (fun () -> match Sys.backend_type with Bytecode -> "bytecode" | _ -> "other");
  bool "tty" (fun () -> isatty stdout);
  int "rows" (fun () -> rows stdout);
  at_exit (fun () -> print_endline "first registered, last run");
  at_exit (fun () -> print_endline "run first"; if Sys.file_exists "file" then exit 300)

let () = Random.self_init (); exit 3
