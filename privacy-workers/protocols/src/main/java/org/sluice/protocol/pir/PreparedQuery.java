package org.sluice.protocol.pir;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Prg;

/**
 * A query whose costly part, A·s + e, is computed before it is known what will be asked; good for one question and its
 * answer, after which its secret is wiped. For one thread.
 *
 * <p>Two questions with one secret would tell the server the difference of their columns, hence there is no way to ask
 * twice.
 */
public final class PreparedQuery {

    private static final int ROWS_AT_ONCE = 64;

    private final Shape shape;
    private final byte[] matrixSeed;
    private final int[] secret;
    private final int[] masked;
    private boolean asked;
    private boolean opened;

    private PreparedQuery(Hint hint, Prg random) {
        this.shape = hint.shape();
        this.matrixSeed = hint.seed();
        byte[] uniform = random.next(Integer.BYTES * Lwe.DIMENSION);
        this.secret = Words.read(uniform);
        Arrays.fill(uniform, (byte) 0);
        this.masked = new int[shape.columns()];
        Gaussian.addTo(masked, random);
    }

    /** Queries that share one pass over A, each with a secret of its own; any later version of the hint will do. */
    public static List<PreparedQuery> prepare(int count, Hint hint, SecureRandom random) {
        List<PreparedQuery> queries = IntStream.range(0, count)
                .mapToObj(i -> new PreparedQuery(hint, stretched(random)))
                .toList();
        PublicMatrix matrix = new PublicMatrix(hint.seed());
        int[][] rows = PublicMatrix.room(ROWS_AT_ONCE);
        int columns = hint.shape().columns();
        for (int from = 0; from < columns; from += ROWS_AT_ONCE) {
            int some = Math.min(ROWS_AT_ONCE, columns - from);
            matrix.rows(from, some, rows);
            for (PreparedQuery query : queries) {
                query.mask(rows, from, some);
            }
        }
        return queries;
    }

    private static Prg stretched(SecureRandom random) {
        byte[] seed = new byte[16];
        random.nextBytes(seed);
        Prg prg = new Prg(seed);
        Arrays.fill(seed, (byte) 0);
        return prg;
    }

    private void mask(int[][] rows, int from, int count) {
        for (int i = 0; i < count; i++) {
            masked[from + i] += Words.product(rows[i], secret);
        }
    }

    /** Whether a hint, however updated, still stands on the matrix that this query was prepared for. */
    public boolean fits(Hint hint) {
        return shape.equals(hint.shape()) && Arrays.equals(matrixSeed, hint.seed());
    }

    /** The query for a column, 4·m bytes. */
    public byte[] ask(int column) {
        if (asked || column < 0 || column >= shape.columns()) {
            throw new IllegalStateException("A query asks once, for a column of its table");
        }
        asked = true;
        for (int i = 0; i < masked.length; i++) {
            masked[i] += Lwe.DELTA & (((i ^ column) - 1) >> 31);
        }
        byte[] query = Words.write(masked);
        Arrays.fill(masked, 0);
        return query;
    }

    /** The column asked for, l bytes; the hint must be of the table's version that gave the answer. */
    public byte[] open(byte[] answer, Hint hint) {
        if (!asked || opened || !fits(hint)) {
            throw new IllegalStateException("A query opens the one answer to what it asked, with a hint of its table");
        }
        opened = true;
        if (answer.length != shape.answerLength()) {
            throw new Misbehaviour("An answer holds " + answer.length + " bytes instead of " + shape.answerLength());
        }
        int[] words = Words.read(answer);
        byte[] column = new byte[words.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rounded(words[i] - Words.product(hint.rows()[i], secret));
        }
        Arrays.fill(secret, 0);
        return column;
    }

    /** The byte that stands above an error of less than 2^23 either way. */
    static byte rounded(int noisy) {
        return (byte) ((noisy + Lwe.DELTA / 2) >>> Lwe.SCALE);
    }
}
