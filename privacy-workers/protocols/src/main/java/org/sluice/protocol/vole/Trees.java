package org.sluice.protocol.vole;

import org.sluice.protocol.Cores;

/** Runs over all trees of a run, on all cores; each thread has room for one tree at a time. */
final class Trees {

    private static final int PARTS_PER_CORE = 4;

    private Trees() {}

    @FunctionalInterface
    interface Work {
        void on(int tree, GgmTree room);
    }

    static void each(VoleSize size, Cores cores, Work work) {
        int trees = size.code().noise();
        int parts = Math.min(trees, PARTS_PER_CORE * cores.count());
        cores.run(parts, part -> {
            GgmTree room = new GgmTree(size);
            for (int tree = part; tree < trees; tree += parts) {
                work.on(tree, room);
            }
        });
    }
}
