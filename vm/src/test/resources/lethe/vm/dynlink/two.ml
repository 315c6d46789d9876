let () = Api.register "two" (fun x -> One.g (One.g x))
