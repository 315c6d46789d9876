/** Words, headers and tags: how 64 bits are read. Knows no heap. */
package lethe.vm.value;
