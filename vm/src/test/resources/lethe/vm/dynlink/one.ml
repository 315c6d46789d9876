let g x = x + 1
let () = Api.register "one" g
