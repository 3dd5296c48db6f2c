package org.sluice.worker.query.served;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Offer;

/** A version that is being served. */
record Edition(HiddenList list, String digest, Versions versions) {

    static Edition of(HiddenList list, Versions versions) {
        return new Edition(list, HexFormat.of().formatHex(list.publication().digest()), versions);
    }

    long number() {
        return list.publication().version();
    }

    Offer offer(ListName name) {
        return new Offer(name.name(), Offer.READY, number(), list.records(), digest);
    }

    /** What leads here from another version, if that is kept. */
    Optional<List<byte[]>> updatesFrom(long version) {
        return versions.updates(version, Math.toIntExact(number()));
    }
}
