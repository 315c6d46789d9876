(* Boxed floats in records and arrays: three bodies that attract each other. *)
open Stdlib

let count = 170

type body = { mutable x : float; mutable y : float; mutable vx : float; mutable vy : float; mass : float }

let bodies () =
  [| { x = 0.; y = 0.; vx = 0.; vy = 0.; mass = 10. };
     { x = 4.; y = 0.; vx = 0.; vy = 1.5; mass = 1. };
     { x = 0.; y = -7.; vx = 1.2; vy = 0.; mass = 0.5 } |]

let step bodies dt =
  Array.iter
    (fun b ->
      Array.iter
        (fun other ->
          if b != other then begin
            let dx = other.x -. b.x and dy = other.y -. b.y in
            let square = dx *. dx +. dy *. dy +. 0.01 in
            let pull = other.mass /. (square *. sqrt square) *. dt in
            b.vx <- b.vx +. dx *. pull;
            b.vy <- b.vy +. dy *. pull
          end)
        bodies)
    bodies;
  Array.iter
    (fun b ->
      b.x <- b.x +. b.vx *. dt;
      b.y <- b.y +. b.vy *. dt)
    bodies

let () =
  for _ = 1 to count do
    let all = bodies () in
    for _ = 1 to 1000 do
      step all 0.01
    done;
    assert (Printf.sprintf "%.6f" all.(1).x = "2.884527")
  done
