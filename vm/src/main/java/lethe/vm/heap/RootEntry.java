package lethe.vm.heap;

/** A root as it stood: its kind, its index within the kind, its word. */
public record RootEntry(Root kind, int index, long word) {}
