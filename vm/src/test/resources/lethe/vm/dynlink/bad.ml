let () = Api.register "bad" (fun x -> x); raise Not_found
