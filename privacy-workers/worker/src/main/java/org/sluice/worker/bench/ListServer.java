package org.sluice.worker.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.sluice.protocol.Cores;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.hidden.Entries;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.protocol.hidden.Meter;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

/** Sets a list up, hands its publication out in the first run, and answers. */
final class ListServer implements Contest.Party {

    static final int FRAME = 4 << 20;

    private final Tools tools;
    private final Cores cores;
    private final HiddenList list;
    private final double setUpSeconds;
    private final double oprfSeconds;
    private final Meter meter = new Meter(Long.MAX_VALUE, Long.MAX_VALUE);
    private final double[] evaluations = new double[HiddenContest.QUERIES];
    private final double[] scans = new double[HiddenContest.QUERIES];
    private byte[] publication;

    ListServer(int size, Tools tools) {
        this.tools = tools;
        this.cores = new Cores(tools.threads(), Tools.CORES - 1);
        Watched entries = new Watched(MadeUpList.of(size));
        OprfKey key = OprfKey.random(Mode.VOPRF, tools.random()).on(tools.p256());
        long begin = System.nanoTime();
        this.list = HiddenList.of(entries, key, 0, tools.random(), cores);
        this.setUpSeconds = since(begin);
        this.oprfSeconds = (entries.valuesFrom.get() - begin) / 1e9;
        this.publication = list.publication().toBytes();
    }

    @Override
    public void run(MeteredChannel line) {
        for (int from = 0; from < publication.length; from += FRAME) {
            line.send(Arrays.copyOfRange(publication, from, Math.min(from + FRAME, publication.length)));
        }
        if (publication.length > 0) {
            line.send(new byte[0]);
            publication = new byte[0];
        }
        for (int i = 0; i < HiddenContest.QUERIES; i++) {
            byte[] blinded = line.receive();
            long begin = System.nanoTime();
            byte[] evaluated = list.evaluate(blinded, meter, tools.random(), cores);
            evaluations[i] = since(begin);
            line.send(evaluated);
            byte[] query = line.receive();
            begin = System.nanoTime();
            byte[] answer = list.answer(query, meter, cores);
            scans[i] = since(begin);
            line.send(answer);
        }
    }

    @Override
    public Map<String, Object> figures() {
        double evaluation = median(evaluations);
        double scan = median(scans);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", evaluation + scan);
        figures.put("evaluationSeconds", evaluation);
        figures.put(HiddenContest.SCAN_SECONDS, scan);
        figures.put("setUpSeconds", rounded(setUpSeconds));
        figures.put("setUpOprfSeconds", rounded(oprfSeconds));
        return figures;
    }

    static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return rounded(sorted[sorted.length / 2]);
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e5) / 1e5;
    }

    /** The same entries; knows when the first value was asked for, since all evaluations come before that. */
    private record Watched(MadeUpList entries, AtomicLong valuesFrom) implements Entries {

        Watched(MadeUpList entries) {
            this(entries, new AtomicLong());
        }

        @Override
        public int count() {
            return entries.count();
        }

        @Override
        public byte[] id(int index) {
            return entries.id(index);
        }

        @Override
        public byte[] value(int index) {
            if (valuesFrom.get() == 0) {
                valuesFrom.compareAndSet(0, System.nanoTime());
            }
            return entries.value(index);
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
