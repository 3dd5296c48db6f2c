package org.sluice.worker.bench;

/**
 * A list of made-up entries with values of 64 bytes, asked one key at a time. The server's clock counts: {@code seconds} is
 * what a query costs it, evaluation and retrieval together; the rate is that of the retrieval alone, in records looked through,
 * beside reading as many bytes from memory.
 */
record HiddenContest(String name, int usualSize) implements Contest {

    /** Bytes that a record takes in the table, with its share of free slots. */
    private static final double BYTES_PER_RECORD = 24.0 / 21 * 88;

    /** Queries in a run. */
    static final int QUERIES = 16;

    static final String SCAN_SECONDS = "scanSeconds";

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        return role == Role.RESPONDER ? new ListServer(size, tools) : new ListClient(size, tools);
    }

    @Override
    public Limit limit(Limits limits) throws InterruptedException {
        return new Limit(limits.stream() / BYTES_PER_RECORD, "the table read once from memory by all cores");
    }

    @Override
    public Role timed() {
        return Role.RESPONDER;
    }

    @Override
    public double rate(int size, Run run) {
        return size / ((Number) run.figures().getOrDefault(SCAN_SECONDS, run.seconds())).doubleValue();
    }
}
