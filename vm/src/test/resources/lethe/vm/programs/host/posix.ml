(* The unix library as far as a JVM gives it: files, directories, descriptors, clock, environment, and its errors. *)
open Unix

let error = function
  | Unix_error (e, f, a) -> Printf.sprintf "Unix_error(%s, %S, %S)" (error_message e) f a
  | e -> Printexc.to_string e

let show what f =
  match f () with
  | result -> Printf.printf "%s: %s\n" what result
  | exception e -> Printf.printf "%s: %s\n" what (error e)

let unit what f = show what (fun () -> f (); "done")
let int what f = show what (fun () -> string_of_int (f ()))
let bool what f = show what (fun () -> string_of_bool (f ()))
let put name s = let d = openfile name [O_WRONLY; O_CREAT; O_TRUNC] 0o644 in ignore (write_substring d s 0 (String.length s)); close d

let kind = function
  | S_REG -> "file" | S_DIR -> "directory" | S_LNK -> "link" | S_CHR -> "device" | S_BLK -> "disk" | S_FIFO -> "pipe"
  | S_SOCK -> "socket"

let stats s = Printf.sprintf "%s %o %d %d" (kind s.st_kind) s.st_perm s.st_nlink s.st_size

let () =
  put "a" "0123456789";
  let d = openfile "a" [O_RDWR] 0 in
  let b = Bytes.make 4 '.' in
  int "read" (fun () -> read d b 0 4);
  show "bytes" (fun () -> Bytes.to_string b);
  int "seek" (fun () -> lseek d (-2) SEEK_END);
  int "short" (fun () -> read d b 0 4);
  int "end" (fun () -> read d b 0 4);
  int "current" (fun () -> lseek d (-5) SEEK_CUR);
  int "write" (fun () -> write_substring d "xy" 0 2);
  unit "fsync" (fun () -> fsync d);
  let e = dup d in
  int "shared position" (fun () -> lseek e 0 SEEK_CUR);
  unit "close one" (fun () -> close d);
  int "the other" (fun () -> read e b 0 4);
  unit "close again" (fun () -> close d);
  unit "ftruncate" (fun () -> ftruncate e 4);
  show "fstat" (fun () -> stats (fstat e));
  unit "grow" (fun () -> LargeFile.ftruncate e 12L);
  show "grown" (fun () -> Int64.to_string (LargeFile.fstat e).LargeFile.st_size);
  unit "negative" (fun () -> ignore (lseek e (-1) SEEK_SET));
  close e;
  unit "truncate" (fun () -> truncate "a" 3);
  show "stat" (fun () -> stats (stat "a"));
  unit "truncate missing" (fun () -> truncate "missing" 3)

let () =
  List.iter (fun (what, f) -> unit what f) [
    "open missing", (fun () -> ignore (openfile "missing" [O_RDONLY] 0));
    "open excl", (fun () -> ignore (openfile "a" [O_CREAT; O_EXCL; O_WRONLY] 0o600));
    "open dir", (fun () -> ignore (openfile "." [O_WRONLY] 0));
    "open nul", (fun () -> ignore (openfile "a\000" [O_RDONLY] 0));
    "unlink missing", (fun () -> unlink "missing");
    "unlink dir", (fun () -> unlink ".");
    "mkdir", (fun () -> mkdir "d" 0o750);
    "mkdir again", (fun () -> mkdir "d" 0o750);
    "rmdir file", (fun () -> rmdir "a");
    "link", (fun () -> link "a" "hard");
    "link again", (fun () -> link "a" "hard");
    "symlink", (fun () -> symlink "a" "soft");
    "symlink again", (fun () -> symlink "a" "soft");
    "chmod", (fun () -> chmod "a" 0o4711);
    "chmod missing", (fun () -> chmod "missing" 0o711);
    "rename", (fun () -> rename "hard" "d/moved");
    "rename missing", (fun () -> rename "missing" "x");
    "access", (fun () -> access "a" [R_OK; W_OK; F_OK]);
    "access missing", (fun () -> access "missing" [F_OK]);
    "utimes", (fun () -> utimes "a" 1000. 2000.5);
    "rmdir full", (fun () -> rmdir "d") ];
  show "stat" (fun () -> stats (stat "a"));
  show "lstat" (fun () -> stats { (lstat "soft") with st_perm = 0 });
  show "times" (fun () -> Printf.sprintf "%.1f %.1f" (stat "a").st_atime (stat "a").st_mtime);
  show "readlink" (fun () -> readlink "soft");
  show "readlink of a file" (fun () -> readlink "a");
  bool "realpath" (fun () -> realpath "soft" = realpath "a");
  show "directory" (fun () ->
    let h = opendir "." in
    let rec all l = match readdir h with name -> all (name :: l) | exception End_of_file -> l in
    let first = List.sort compare (all []) in
    rewinddir h;
    let again = List.sort compare (all []) in
    closedir h;
    if first = again then String.concat " " first else "differs");
  unit "opendir missing" (fun () -> ignore (opendir "missing"));
  unit "opendir file" (fun () -> ignore (opendir "a"));
  unit "closed dir" (fun () -> let h = opendir "." in closedir h; ignore (readdir h));
  unit "chdir" (fun () -> chdir "d");
  show "getcwd" (fun () -> Filename.basename (getcwd ()));
  unit "chdir missing" (fun () -> chdir "missing");
  chdir ".."

let tm t =
  Printf.sprintf "%d-%d-%d %d:%d:%d %d %d %b" t.tm_year t.tm_mon t.tm_mday t.tm_hour t.tm_min t.tm_sec t.tm_wday t.tm_yday
    t.tm_isdst

let () =
  List.iter
    (fun t -> show (Printf.sprintf "%.1f" t) (fun () -> tm (gmtime t)); show "local" (fun () -> tm (localtime t)))
    [0.; 1e9; 951782400.7; -1.5; 4e10];
  show "mktime" (fun () ->
    let s, t = mktime { (gmtime 0.) with tm_year = 100; tm_mon = 13; tm_mday = 32; tm_hour = 25; tm_min = -1 } in
    Printf.sprintf "%.0f %s" s (tm t));
  bool "time" (fun () -> time () <= gettimeofday () && time () > 1e9);
  bool "times" (fun () -> (times ()).tms_utime >= 0.);
  unit "sleep" (fun () -> sleepf 0.001)

let () =
  List.iter
    (fun a -> show a (fun () -> string_of_inet_addr (inet_addr_of_string a)))
    ["127.0.0.1"; "0.0.0.0"; "255.1.2.3"; "256.1.1.1"; "1.2.3"; ""; "::"; "::1"; "1::"; "1:0:0:2:0:0:0:3"; "::ffff:1.2.3.4";
     "::1.2.3.4"; "FE80::0:1"; "1:2:3:4:5:6:7:8"; "1:0:3:4:5:6:7:8"; ":::"; "localhost"; "g::1"]

let () =
  show "getenv" (fun () -> getenv "LETHE_TEST");
  bool "environment" (fun () -> Array.mem "LETHE_TEST=some value" (environment ()));
  unit "putenv" (fun () -> putenv "LETHE_NEW" "n");
  show "new" (fun () -> Sys.getenv "LETHE_NEW");
  int "for commands" (fun () -> Sys.command "test \"$LETHE_NEW\" = n");
  unit "putenv wrong" (fun () -> putenv "A=B" "n");
  bool "pid" (fun () -> getpid () > 1 && getppid () > 0);
  show "ids" (fun () -> Printf.sprintf "%d %d %d %d" (getuid ()) (geteuid ()) (getgid ()) (getegid ()));
  bool "host" (fun () -> gethostname () <> "");
  bool "tty" (fun () -> isatty stdin);
  unit "handled" (fun () ->
    Sys.set_signal Sys.sigusr1 (Sys.Signal_handle (fun n -> print_endline (if n = Sys.sigusr1 then "usr1" else "other")));
    kill (getpid ()) Sys.sigusr1);
  unit "raises" (fun () ->
    Sys.set_signal Sys.sigusr2 (Sys.Signal_handle (fun _ -> raise Exit));
    kill (getpid ()) Sys.sigusr2);
  unit "ignored" (fun () -> Sys.set_signal Sys.sigterm Sys.Signal_ignore; kill (getpid ()) Sys.sigterm);
  unit "asked" (fun () -> kill (getpid ()) 0);
  unit "no signal" (fun () -> kill (getpid ()) 1000);
  show "channel" (fun () ->
    let oc = out_channel_of_descr (openfile "c" [O_WRONLY; O_CREAT] 0o600) in
    output_string oc "through a channel"; close_out oc;
    let ic = in_channel_of_descr (openfile "c" [O_RDONLY] 0) in
    let line = input_line ic in close_in ic; line);
  unit "channel of closed" (fun () -> let d = openfile "c" [O_RDONLY] 0 in close d; ignore (in_channel_of_descr d));
  show "dup2" (fun () ->
    flush Stdlib.stdout;
    let d = openfile "redirected" [O_WRONLY; O_CREAT] 0o600 in
    let saved = dup stdout in
    dup2 d stdout; print_string "to the file"; flush Stdlib.stdout; dup2 saved stdout;
    close d; close saved; "done");
  List.iter (fun e -> print_endline (error_message e))
    [E2BIG; EACCES; EAGAIN; EWOULDBLOCK; EOVERFLOW; EUNKNOWNERR 26; EUNKNOWNERR 12345];
  flush Stdlib.stdout;
  Unix._exit 5
