let raises x = if x > 0 then raise (Failure "traced") else x
let () = Api.register "traced" (fun x -> 1 + raises x)
