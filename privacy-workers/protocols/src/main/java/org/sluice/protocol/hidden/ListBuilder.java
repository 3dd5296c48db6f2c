package org.sluice.protocol.hidden;

import java.security.SecureRandom;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.oprf.Evaluator;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;
import org.sluice.protocol.pir.Database;

/** Sets a list up, under one salt after the other until no bin overflows. */
final class ListBuilder {

    private static final int TRIES = 64;
    private static final int HINT_SEED = 32;
    private static final int BATCH = 1024;

    private final OprfKey key;
    private final int version;
    private final SecureRandom random;
    private final Cores cores;

    ListBuilder(OprfKey key, int version, SecureRandom random, Cores cores) {
        if (key.mode() != Mode.VOPRF || version < 0) {
            throw new IllegalArgumentException("A list has a key of mode VOPRF and a version from zero on");
        }
        this.key = key;
        this.version = version;
        this.random = random;
        this.cores = cores;
    }

    HiddenList build(Entries entries, Layout layout) {
        Evaluator evaluator = key.evaluator();
        Column outputs = evaluator.outputs(ids(entries), cores);
        if (outputs.hasRepeats()) {
            throw new IllegalArgumentException("An identifier occurs twice in the list");
        }
        for (int i = 0; i < TRIES; i++) {
            byte[] salt = random(Publication.SALT);
            Column places = places(outputs, salt);
            Optional<Bins> bins = Bins.assign(places, layout);
            Optional<ChoiceMap> choices = bins.flatMap(assigned -> choices(places, assigned));
            if (bins.isPresent() && choices.isPresent()) {
                Database table =
                        new Filling(entries, outputs, places, salt, version).table(layout, bins.get(), random, cores);
                Publication publication = new Publication(
                        key.publicKey(), salt, choices.get(), table.hint(random(HINT_SEED), version, cores));
                return new HiddenList(evaluator, table, new Occupancy(bins.get().occupied()), publication);
            }
        }
        throw new IllegalArgumentException("The list does not fit into " + layout.bins() + " bins");
    }

    private static List<byte[]> ids(Entries entries) {
        return new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return entries.id(index);
            }

            @Override
            public int size() {
                return entries.count();
            }
        };
    }

    private Column places(Column outputs, byte[] salt) {
        byte[] places = new byte[Math.multiplyExact(outputs.count(), Place.LENGTH)];
        cores.run((outputs.count() + BATCH - 1) / BATCH, part -> {
            RecordCipher cipher = new RecordCipher(salt);
            int to = Math.min((part + 1) * BATCH, outputs.count());
            for (int i = part * BATCH; i < to; i++) {
                System.arraycopy(cipher.placeBytes(outputs.row(i)), 0, places, i * Place.LENGTH, Place.LENGTH);
            }
        });
        return Column.owning(places, Place.LENGTH);
    }

    private Optional<ChoiceMap> choices(Column places, Bins bins) {
        long[] keys = new long[places.count()];
        Arrays.setAll(keys, i -> Place.at(places, i).choice());
        for (int i = 0; i < TRIES; i++) {
            Optional<ChoiceMap> map = Peeling.map(keys, bins.seconds(), random.nextLong());
            if (map.isPresent()) {
                return map;
            }
        }
        return Optional.empty();
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
