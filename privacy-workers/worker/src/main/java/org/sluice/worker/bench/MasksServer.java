package org.sluice.worker.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sluice.protocol.Cores;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.MaskedList;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.psi.unbalanced.Unbalanced;
import org.sluice.protocol.session.Session;

/** Masks a list before the clock runs, hands the masks out as a file in the first run, and evaluates. */
final class MasksServer implements Contest.Party {

    private static final int FRAME = 4 << 20;

    private final Unbalanced protocol;
    private final Terms terms;
    private final MaskedList list;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private byte[] file;

    MasksServer(int size, ListFunction function, Tools tools) {
        Cores cores = new Cores(tools.threads(), Tools.CORES - 1);
        this.protocol = new Unbalanced(function, cores, tools.random());
        this.terms = UnbalancedContest.terms(protocol);
        ItemSet items = ItemSet.of(MadeUp.elements(Role.RESPONDER, size), terms);
        long begin = System.nanoTime();
        this.list = MaskedList.of(
                items, function, function.key(function.draw(tools.random())), Masks.width(size), 0, cores);
        figures.put("offlineSeconds", Math.round((System.nanoTime() - begin) / 1e6) / 1e3);
        this.file = list.masks().toBytes();
        figures.put("cacheBytes", file.length);
    }

    @Override
    public void run(MeteredChannel line) {
        if (file.length > 0) {
            for (int from = 0; from < file.length; from += FRAME) {
                line.send(Arrays.copyOfRange(file, from, Math.min(from + FRAME, file.length)));
            }
            line.send(new byte[0]);
            file = new byte[0];
        }
        new Session(new MeteredChannel(line), Session.Order.SECOND).run(protocol.responder(list, terms));
    }

    @Override
    public Map<String, Object> figures() {
        return figures;
    }
}
