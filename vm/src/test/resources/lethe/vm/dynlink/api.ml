let table : (string * (int -> int)) list ref = ref []
let register name f = table := (name, f) :: !table
