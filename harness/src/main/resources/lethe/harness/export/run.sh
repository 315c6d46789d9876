#!/bin/sh
# Runs the case @CASE@ (OCAMLRUN names another bytecode interpreter). The last line of output is its result.
cd "$(dirname "$0")" || exit 1
OCAMLRUNPARAM=@RUNPARAM@
export OCAMLRUNPARAM
exec "${OCAMLRUN:-ocamlrun}" ./program
