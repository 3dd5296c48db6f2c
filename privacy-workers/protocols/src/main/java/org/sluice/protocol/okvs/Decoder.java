package org.sluice.protocol.okvs;

import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;

/** What a vector says of keys. Elements are two numbers each, the high 64 bits first. */
public final class Decoder {

    private final Cores cores;

    public Decoder(Cores cores) {
        this.cores = cores;
    }

    /** The value of each key, in the order of the placement, from a vector of the placement's shape. */
    public long[] decode(Placement placement, long[] vector) {
        Shape shape = placement.shape();
        if (vector.length != 2 * shape.columns()) {
            throw new IllegalArgumentException("A store has " + shape.columns() + " columns");
        }
        long[] values = new long[2 * placement.count()];
        cores.run(shape.bins(), bin -> decodeBin(placement, bin, vector, values));
        return values;
    }

    private static void decodeBin(Placement placement, int bin, long[] vector, long[] values) {
        Shape shape = placement.shape();
        int base = bin * shape.binColumns();
        DenseTables tables = new DenseTables(shape.dense());
        tables.fill(vector, base + shape.sparse(), shape.dense());
        int end = placement.start(bin) + placement.load(bin);
        for (int place = placement.start(bin); place < end; place += Steps.FEW) {
            decode(placement, place, Steps.end(place, end), base, tables, vector, values);
        }
    }

    private static void decode(
            Placement placement, int from, int to, int base, DenseTables tables, long[] vector, long[] values) {
        for (int place = from; place < to; place++) {
            long sparse = placement.sparse(place);
            int a = 2 * (base + RowHash.position(sparse, 0));
            int b = 2 * (base + RowHash.position(sparse, 1));
            int c = 2 * (base + RowHash.position(sparse, 2));
            long dense = placement.dense(place);
            values[2 * place] = vector[a] ^ vector[b] ^ vector[c] ^ tables.high(dense);
            values[2 * place + 1] = vector[a + 1] ^ vector[b + 1] ^ vector[c + 1] ^ tables.low(dense);
        }
    }
}
