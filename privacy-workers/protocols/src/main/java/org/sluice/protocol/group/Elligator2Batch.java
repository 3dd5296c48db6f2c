package org.sluice.protocol.group;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.bouncycastle.math.ec.rfc7748.X25519Field;
import org.sluice.protocol.Column;

/**
 * Hashes many items by {@code curve25519_XMD:SHA-512_ELL2_NU_} to u-coordinates alone: the same points as
 * {@link Curve25519Group#hashToPoint}, at a thirtieth of the cost. Inversions are shared (Montgomery's trick), squares
 * are told apart without a root, and the cofactor is cleared in projective coordinates without v. Not constant-time.
 */
final class Elligator2Batch {

    private static final int LENGTH = Field25519.LENGTH;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final JacobiSymbol SYMBOL = new JacobiSymbol(Field25519.P);
    private static final int A = 486662;
    private static final int A24 = 121666;

    private final int count;
    private final int[][] x;
    private final int[][] z;
    private final int[][] products;
    private final int[] number = X25519Field.create();
    private final int[] high = X25519Field.create();
    private final int[] product = X25519Field.create();
    private final byte[] wide;
    private final byte[] scratch = new byte[LENGTH];
    private final long[] words = new long[LENGTH / Long.BYTES];

    private Elligator2Batch(int count, int wide) {
        this.count = count;
        this.wide = new byte[wide];
        x = new int[count][X25519Field.SIZE];
        z = new int[count][X25519Field.SIZE];
        products = new int[count + 1][X25519Field.SIZE];
    }

    /** The encoded u-coordinates, in the items' order. */
    static Column hash(Column items, byte[] dst) {
        Column uniform = MessageExpansion.XMD_SHA_512.expandEach(items, dst);
        Elligator2Batch batch = new Elligator2Batch(uniform.count(), uniform.width());
        batch.map(uniform);
        batch.clearCofactor();
        return batch.quotients();
    }

    /** Whether a point of the curve, and not of its twist, has this u-coordinate, which is reduced and not zero. */
    static boolean isOnCurve(int[] u) {
        return symbol(u, new byte[LENGTH], new long[LENGTH / Long.BYTES]) >= 0;
    }

    /** One of the two candidates of RFC 9380 section 6.7.1, before the cofactor is cleared; left in x over z = 1. */
    private void map(Column uniform) {
        for (int i = 0; i < count; i++) {
            uniform.copyRows(i, i + 1, wide, 0);
            denominator(z[i]);
        }
        invert(z);
        for (int i = 0; i < count; i++) {
            choose(z[i], x[i]);
            X25519Field.one(z[i]);
        }
    }

    /** 1 + 2r², where r is the number in the wide bytes. */
    private void denominator(int[] target) {
        reduce(number);
        X25519Field.sqr(number, number);
        X25519Field.add(number, number, number);
        X25519Field.addOne(number);
        X25519Field.carry(number);
        X25519Field.copy(number, 0, target, 0);
    }

    /** The candidate -A/(1 + 2r²) if it lies on the curve, else the other one. */
    private void choose(int[] inverse, int[] target) {
        X25519Field.mul(inverse, A, target);
        X25519Field.negate(target, target);
        X25519Field.carry(target);
        if (symbol(target, scratch, words) < 0) {
            X25519Field.negate(target, target);
            X25519Field.one(number);
            X25519Field.mul(number, A, number);
            X25519Field.sub(target, number, target);
            X25519Field.carry(target);
        }
    }

    /** 48 big-endian bytes modulo the prime: the lower 255 bits and 19 times the rest. */
    private void reduce(int[] number) {
        for (int i = 0; i < LENGTH; i++) {
            scratch[i] = wide[wide.length - 1 - i];
        }
        int topBit = scratch[LENGTH - 1] >>> 7 & 1;
        X25519Field.decode255(scratch, number);
        int highLength = wide.length - LENGTH;
        int carried = topBit;
        for (int i = 0; i < LENGTH; i++) {
            int next = i < highLength ? wide[highLength - 1 - i] & 0xff : 0;
            scratch[i] = (byte) (next << 1 | carried);
            carried = next >>> 7;
        }
        X25519Field.decode255(scratch, high);
        X25519Field.mul(high, 19, high);
        X25519Field.add(number, high, number);
        X25519Field.carry(number);
    }

    /** The character of u³ + Au² + u. */
    private static int symbol(int[] u, byte[] scratch, long[] words) {
        int[] value = X25519Field.create();
        int[] factor = X25519Field.create();
        X25519Field.mul(u, A, factor);
        X25519Field.sqr(u, value);
        X25519Field.add(value, factor, value);
        X25519Field.addOne(value);
        X25519Field.carry(value);
        X25519Field.mul(value, u, value);
        X25519Field.normalize(value);
        X25519Field.encode(value, scratch, 0);
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORDS.get(scratch, i * Long.BYTES);
        }
        return SYMBOL.of(words);
    }

    private void clearCofactor() {
        for (int i = 0; i < count; i++) {
            for (int doubling = 0; doubling < 3; doubling++) {
                twice(x[i], z[i]);
            }
        }
    }

    /** Doubles the point with u = x/z (RFC 7748 section 5). */
    private void twice(int[] x, int[] z) {
        X25519Field.apm(x, z, number, high);
        X25519Field.sqr(number, number);
        X25519Field.sqr(high, high);
        X25519Field.sub(number, high, product);
        X25519Field.carry(product);
        X25519Field.mul(number, high, x);
        X25519Field.mul(product, A24, z);
        X25519Field.add(z, high, z);
        X25519Field.carry(z);
        X25519Field.mul(z, product, z);
    }

    private Column quotients() {
        invert(z);
        byte[] encoded = new byte[Math.multiplyExact(count, LENGTH)];
        for (int i = 0; i < count; i++) {
            X25519Field.mul(x[i], z[i], x[i]);
            X25519Field.normalize(x[i]);
            X25519Field.encode(x[i], encoded, i * LENGTH);
        }
        return Column.owning(encoded, LENGTH);
    }

    private void invert(int[][] numbers) {
        X25519Field.one(products[0]);
        for (int i = 0; i < count; i++) {
            X25519Field.mul(products[i], numbers[i], products[i + 1]);
        }
        int[] inverse = products[count].clone();
        X25519Field.normalize(inverse);
        if (X25519Field.isZeroVar(inverse)) {
            throw new ArithmeticException("An item hashes to the identity, which fewer than one in 2^250 does");
        }
        X25519Field.invVar(inverse, inverse);
        int[] next = X25519Field.create();
        for (int i = count - 1; i >= 0; i--) {
            X25519Field.mul(inverse, numbers[i], next);
            X25519Field.mul(inverse, products[i], numbers[i]);
            int[] spare = inverse;
            inverse = next;
            next = spare;
        }
    }
}
