package org.sluice.worker.query.served;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.hidden.Entries;
import org.sluice.worker.query.wire.ListName;

/** Says in the log how far the costly part of a set-up is, which takes each identifier once. */
final class WatchedEntries implements Entries {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedEntries.class);
    private static final int PARTS = 10;

    private final ListName list;
    private final ListContent content;
    private final AtomicInteger taken = new AtomicInteger();

    WatchedEntries(ListName list, ListContent content) {
        this.list = list;
        this.content = content;
    }

    @Override
    public int count() {
        return content.count();
    }

    @Override
    public byte[] id(int index) {
        long done = taken.incrementAndGet();
        long part = done * PARTS / count();
        if (part > (done - 1) * PARTS / count() && part <= PARTS) {
            LOG.info("The list {} is being set up: {} %", list, part * 100 / PARTS);
        }
        return content.id(index);
    }

    @Override
    public byte[] value(int index) {
        return content.value(index);
    }
}
