package org.sluice.worker.bench;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Cores;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.hidden.Inquiry;
import org.sluice.protocol.hidden.Publication;
import org.sluice.protocol.hidden.Reader;

/** Takes a publication in its first run, prepares its queries, and asks for what is in the list and what is not by turns. */
final class ListClient implements Contest.Party {

    private final MadeUpList entries;
    private final Tools tools;
    private final Cores cores;
    private final double[] waits = new double[HiddenContest.QUERIES];
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private @Nullable Reader reader;

    ListClient(int size, Tools tools) {
        this.entries = MadeUpList.of(size);
        this.tools = tools;
        this.cores = new Cores(tools.threads(), Tools.CORES - 1);
    }

    @Override
    public void run(MeteredChannel line) {
        Reader asking = reader == null ? new Reader(received(line), tools.random(), cores) : reader;
        reader = asking;
        asking.prepare(HiddenContest.QUERIES);
        for (int i = 0; i < HiddenContest.QUERIES; i++) {
            ask(asking, line, i);
        }
        Arrays.sort(waits);
        figures.put("clientSecondsP95", Math.round(waits[HiddenContest.QUERIES * 95 / 100] * 1e5) / 1e5);
    }

    private Publication received(MeteredChannel line) {
        ByteArrayOutputStream publication = new ByteArrayOutputStream();
        for (byte[] part = line.receive(); part.length > 0; part = line.receive()) {
            publication.writeBytes(part);
        }
        figures.put("publicationBytes", publication.size());
        return Publication.of(publication.toByteArray());
    }

    private void ask(Reader asking, MeteredChannel line, int round) {
        int index = (int) ((long) round * entries.count() / HiddenContest.QUERIES);
        byte[] id = entries.id(index);
        boolean known = round % 2 == 0;
        id[0] ^= (byte) (known ? 0 : 1);
        long begin = System.nanoTime();
        Inquiry inquiry = asking.ask(List.of(id));
        line.send(inquiry.evaluation());
        byte[] query = inquiry.retrieval(line.receive());
        line.send(query);
        Optional<byte[]> value = inquiry.open(line.receive()).get(0);
        waits[round] = (System.nanoTime() - begin) / 1e9;
        figures.put("queryBytes", query.length);
        if (value.isPresent() != known
                || value.stream().anyMatch(found -> !Arrays.equals(found, entries.value(index)))) {
            throw new IllegalStateException("A hidden query opened what it should not, or not what it should");
        }
    }

    @Override
    public Map<String, Object> figures() {
        return figures;
    }
}
