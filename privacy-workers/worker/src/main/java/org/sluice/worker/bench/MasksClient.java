package org.sluice.worker.bench;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.unbalanced.Found;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.psi.unbalanced.Unbalanced;
import org.sluice.protocol.session.Session;

/** Takes masks as a file in its first run, and looks its elements up with those at hand in every run. */
final class MasksClient implements Contest.Party {

    private final int expected;
    private final Column asked;
    private final Unbalanced protocol;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private @Nullable Masks held;

    MasksClient(int size, ListFunction function, Tools tools) {
        this.expected = UnbalancedContest.common(size);
        this.asked = UnbalancedContest.asked(size);
        this.protocol = new Unbalanced(function, new Cores(tools.threads(), Tools.CORES - 1), tools.random());
    }

    @Override
    public void run(MeteredChannel line) {
        Masks masks = held == null ? received(line) : held;
        MeteredChannel online = new MeteredChannel(line);
        long begin = System.nanoTime();
        ItemSet items = ItemSet.of(asked, UnbalancedContest.terms(protocol));
        Found found = new Session(online, Session.Order.FIRST).run(protocol.learner(items, masks));
        figures.put("seconds", (System.nanoTime() - begin) / 1e9);
        figures.put("onlineBytes", online.sent().bytes() + online.received().bytes());
        if (found.intersection().count() != expected) {
            throw new IllegalStateException("An unbalanced intersection finds another number of elements");
        }
        held = found.masks();
    }

    private Masks received(MeteredChannel line) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] part = line.receive(); part.length > 0; part = line.receive()) {
            file.writeBytes(part);
        }
        long begin = System.nanoTime();
        Masks masks = Masks.of(file.toByteArray());
        figures.put("loadSeconds", Math.round((System.nanoTime() - begin) / 1e6) / 1e3);
        return masks;
    }

    @Override
    public Map<String, Object> figures() {
        return figures;
    }
}
