package org.sluice.protocol.hidden;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.sluice.protocol.Cores;
import org.sluice.protocol.oprf.Blinding;
import org.sluice.protocol.oprf.OprfClient;
import org.sluice.protocol.pir.PreparedQuery;

/**
 * A client: holds a publication and asks by it. Asking is cheap if queries have been prepared while there was time. May be
 * shared by threads; an {@link Inquiry} may not.
 */
public final class Reader {

    private static final int DUMMY = 32;

    private final SecureRandom random;
    private final Cores cores;
    private final ArrayDeque<PreparedQuery> prepared = new ArrayDeque<>();
    private Publication publication;

    public Reader(Publication publication, SecureRandom random, Cores cores) {
        this.publication = publication;
        this.random = random;
        this.cores = cores;
    }

    public synchronized Publication publication() {
        return publication;
    }

    /** Goes on with another version; queries that were prepared stay good as far as they fit it. */
    public synchronized void follow(Publication next) {
        publication = next;
        prepared.removeIf(query -> !query.fits(next.hint()));
    }

    /** Computes queries until so many lie ready. */
    public void prepare(int queries) {
        Publication current = publication();
        List<PreparedQuery> more = fresh(queries - ready(), current);
        synchronized (this) {
            more.stream().filter(query -> query.fits(publication.hint())).forEach(prepared::add);
        }
    }

    /** How many keys can be asked for without computing a query first. */
    public synchronized int ready() {
        return prepared.size();
    }

    /**
     * Begins to ask for some identifiers, at most 64; their number is rounded up to 1, 8 or 64.
     *
     * @throws IllegalArgumentException if there are none or too many, or one is longer than 65,535 bytes
     */
    public Inquiry ask(List<byte[]> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("An inquiry has at least one identifier");
        }
        int size = Batch.holding(ids.size());
        List<byte[]> all = new ArrayList<>(ids);
        while (all.size() < size) {
            byte[] dummy = new byte[DUMMY];
            random.nextBytes(dummy);
            all.add(dummy);
        }
        prepare(size);
        Publication current = publication();
        Blinding blinding = OprfClient.verifying(current.publicKey()).blind(all, random, cores);
        return new Inquiry(current, blinding, taken(size, current), ids.size(), cores);
    }

    private List<PreparedQuery> taken(int count, Publication current) {
        List<PreparedQuery> taken = new ArrayList<>();
        synchronized (this) {
            while (taken.size() < count && !prepared.isEmpty()) {
                taken.add(prepared.remove());
            }
        }
        taken.removeIf(query -> !query.fits(current.hint()));
        taken.addAll(fresh(count - taken.size(), current));
        return taken;
    }

    /** Where none is missing the matrix, hundreds of megabytes for a million records, need not be stretched. */
    private List<PreparedQuery> fresh(int missing, Publication current) {
        return missing > 0 ? PreparedQuery.prepare(missing, current.hint(), random) : List.of();
    }
}
