#!/bin/sh
# Builds the case @CASE@ with OCaml 4.13 (OCAMLC names another compiler).
set -e
cd "$(dirname "$0")"
ocamlc=${OCAMLC:-ocamlc}
"$ocamlc" -c lethe.mli lethe.ml
"$ocamlc" -o program dynlink.cma unix.cma lethe.cmo @LINKED@
