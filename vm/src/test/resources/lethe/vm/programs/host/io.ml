(* Channels: buffering, positions, seeking, scanning lines, what is refused. Standard input is a file of three lines. *)
let show what f =
  match f () with
  | result -> Printf.printf "%s: %s\n" what result
  | exception e -> Printf.printf "%s: %s\n" what (Printexc.to_string e)

let int what f = show what (fun () -> string_of_int (f ()))
let unit what f = show what (fun () -> f (); "done")
let content name = let ic = open_in_bin name in let s = really_input_string ic (in_channel_length ic) in close_in ic; s

let () =
  int "stdin length" (fun () -> in_channel_length stdin);
  show "line" read_line;
  int "stdin pos" (fun () -> pos_in stdin);
  show "second" read_line;
  show "third, no newline" (fun () -> String.escaped (input_line stdin));
  show "end" read_line;
  unit "seek in stdin" (fun () -> seek_in stdin 2);
  show "again" read_line;
  unit "close stdin" (fun () -> close_in stdin; close_in stdin);
  int "pos of closed in" (fun () -> pos_in stdin);
  show "input from closed" read_line;
  int "input nothing from closed" (fun () -> input stdin (Bytes.create 1) 0 0);
  int "length of closed" (fun () -> in_channel_length stdin);
  unit "seek closed far" (fun () -> seek_in stdin 1_000_000);
  unit "seek closed near" (fun () -> seek_in stdin 1)

let () =
  let oc = open_out "out" in
  int "pos" (fun () -> output_string oc "0123456789"; pos_out oc);
  int "length before flush" (fun () -> out_channel_length oc);
  show "not yet" (fun () -> content "out");
  unit "flush" (fun () -> flush oc);
  show "now" (fun () -> content "out");
  int "length after flush" (fun () -> out_channel_length oc);
  unit "seek" (fun () -> seek_out oc 3; output_char oc 'x'; output_byte oc (256 + 65); flush oc);
  show "overwritten" (fun () -> content "out");
  unit "seek beyond" (fun () -> seek_out oc 15; output_binary_int oc (-2); close_out oc);
  show "hole" (fun () -> String.escaped (content "out"));
  unit "close twice" (fun () -> close_out oc);
  unit "flush closed" (fun () -> flush oc);
  unit "output nothing" (fun () -> output_string oc "");
  unit "output closed" (fun () -> output_string oc "x");
  unit "char closed" (fun () -> output_char oc 'x');
  unit "seek closed" (fun () -> seek_out oc 0);
  int "pos closed" (fun () -> pos_out oc);
  int "length closed" (fun () -> out_channel_length oc);
  unit "close noerr" (fun () -> close_out_noerr oc)

let big = String.init 200_000 (fun i -> if i mod 70_000 = 69_999 then '\n' else Char.chr (97 + (i mod 26)))

let size name = (let ic = open_in_bin name in let n = in_channel_length ic in close_in ic; n)

let () =
  let oc = open_out_bin "big" in
  output_string oc (String.sub big 0 65_535);
  int "one byte short" (fun () -> size "big");
  output_string oc "!";
  int "just full" (fun () -> size "big");
  output_char oc '!';
  int "one more" (fun () -> size "big");
  output_string oc big;
  int "three buffers" (fun () -> size "big");
  close_out oc;
  int "all" (fun () -> size "big");
  let oc = open_out_bin "chars" in
  for _ = 1 to 65_536 do output_char oc 'c' done;
  int "full by chars" (fun () -> size "chars");
  output_char oc 'd';
  int "and one" (fun () -> size "chars");
  close_out oc

let () =
  let oc = open_out_bin "lines" in output_string oc big; close_out oc;
  let ic = open_in_bin "lines" in
  int "long line" (fun () -> String.length (input_line ic));
  int "pos" (fun () -> pos_in ic);
  int "short read" (fun () -> input ic (Bytes.create 100_000) 0 100_000);
  int "next read" (fun () -> input ic (Bytes.create 100_000) 0 100_000);
  int "line rest" (fun () -> String.length (input_line ic));
  show "char at the end" (fun () -> String.make 1 (input_char ic));
  unit "seek back" (fun () -> seek_in ic 5);
  show "char" (fun () -> String.make 1 (input_char ic));
  unit "within the buffer" (fun () -> seek_in ic 60_000);
  int "int" (fun () -> input_binary_int ic);
  unit "near the end" (fun () -> seek_in ic 199_998);
  int "too short for an int" (fun () -> input_binary_int ic);
  show "really_input" (fun () -> seek_in ic 199_990; really_input_string ic 20);
  show "really_input fits" (fun () -> seek_in ic 199_990; really_input_string ic 10);
  unit "bad range" (fun () -> ignore (input ic (Bytes.create 3) 2 2));
  unit "negative seek" (fun () -> seek_in ic (-1));
  int "beyond" (fun () -> seek_in ic 300_000; pos_in ic);
  int "beyond reads" (fun () -> input ic (Bytes.create 3) 0 3);
  close_in ic;
  let ic = open_in_bin "lines" in
  show "64 bit" (fun () -> LargeFile.seek_in ic 7L;
    Printf.sprintf "%Ld of %Ld" (LargeFile.pos_in ic) (LargeFile.in_channel_length ic));
  set_binary_mode_in ic false;
  show "text mode is binary" (fun () -> string_of_int (input_binary_int ic));
  close_in ic;
  let oc = open_out_bin "large" in
  show "64 bit out" (fun () -> LargeFile.seek_out oc 10L; output_string oc "x"; flush oc;
    Printf.sprintf "%Ld of %Ld" (LargeFile.pos_out oc) (LargeFile.out_channel_length oc));
  set_binary_mode_out oc true;
  unit "negative seek out" (fun () -> LargeFile.seek_out oc (-5L));
  close_out oc

let () =
  let flags what list = show what (fun () ->
    let oc = open_out_gen list 0o600 "flags" in output_string oc what; close_out oc; content "flags") in
  flags "no create" [Open_wronly];
  flags "create" [Open_wronly; Open_creat];
  flags "excl" [Open_wronly; Open_creat; Open_excl];
  flags "ov" [Open_wronly];
  flags "append" [Open_append];
  flags "append read" [Open_rdonly; Open_append; Open_creat];
  flags "both" [Open_rdonly; Open_wronly];
  flags "read" [Open_rdonly];
  flags "cut" [Open_append; Open_trunc; Open_text; Open_nonblock];
  show "pos of append" (fun () ->
    let oc = open_out_gen [Open_append] 0 "flags" in
    let before = pos_out oc in output_string oc "1"; flush oc; let after = pos_out oc in close_out oc;
    Printf.sprintf "%d %d" before after);
  unit "read of an output" (fun () -> ignore (input_char (open_in_gen [Open_wronly] 0 "flags")));
  unit "write to full" (fun () -> let oc = open_out "/dev/full" in
    (try output_string oc "x"; flush oc with e -> seek_out oc 0 |> ignore; raise e));
  unit "in is a directory" (fun () -> ignore (input_char (open_in ".")));
  unit "out is a directory" (fun () -> ignore (open_out "."));
  unit "missing" (fun () -> ignore (open_in "missing"));
  unit "not a directory" (fun () -> ignore (open_in "flags/x"));
  unit "nul" (fun () -> ignore (open_in "a\000b"));
  unit "empty" (fun () -> ignore (open_in ""));
  unit "slash" (fun () -> ignore (open_in "flags/"));
  unit "name too long" (fun () -> ignore (open_in (String.make 300 'n')))

(* Never closed: flushed at exit, in the order of opening. *)
let one = open_out "one"
let two = open_out "two"

let () =
  output_string two "two"; output_string one "one";
  prerr_string "to stderr, late; ";
  print_string "to stdout, late\n";
  at_exit (fun () -> print_endline "at exit"; output_string one " and more")
