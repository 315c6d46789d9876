let base = String.length "forty"
let f x = x * 8 + base - 3
let () = Api.register "plugin" f
