/**
 * What lies outside the machine: standard streams, files, environment, arguments, clock, behind {@link
 * lethe.vm.host.Host}. Each operation is denied unless a host offers it. Knows no value, no heap, no OCaml.
 */
package lethe.vm.host;
