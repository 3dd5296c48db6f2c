package org.sluice.protocol.psi.sum;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;

/**
 * The value holder's items, each with a whole number, 0 or more; the values of an item that is given several times are
 * added up. All values together stay below 2^40, so that every sum of some of them does.
 */
public final class ValuedSet {

    /** Every sum is below it. */
    public static final long BOUND = 1L << 40;

    private final ItemSet items;
    private final long[] values;
    private final long[] ascending;

    private ValuedSet(ItemSet items, long[] sums) {
        this.items = items;
        this.values = new long[items.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums[items.position(i)];
        }
        this.ascending = values.clone();
        Arrays.sort(ascending);
    }

    /**
     * Prepares items with their values.
     *
     * @param values one for each item, in the order of the items
     * @throws IllegalArgumentException if there are not as many values as items, a value is negative, all together reach
     *     2^40, or the terms do not allow so many distinct items
     */
    public static ValuedSet of(List<byte[]> items, long[] values, Terms terms) {
        check(items.size(), values);
        Map<ByteBuffer, Integer> first = new HashMap<>();
        long[] sums = new long[values.length];
        int index = 0;
        for (byte[] item : items) {
            Integer earlier = first.putIfAbsent(ByteBuffer.wrap(item), index);
            sums[earlier == null ? index : earlier] += values[index];
            index++;
        }
        return new ValuedSet(ItemSet.of(items, terms), sums);
    }

    /** Prepares items of one width, a row each; otherwise like the other. */
    public static ValuedSet of(Column items, long[] values, Terms terms) {
        check(items.count(), values);
        int[] order = items.ascendingOrder();
        long[] sums = new long[values.length];
        int first = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || !Arrays.equals(items.row(order[i]), items.row(order[i - 1]))) {
                first = order[i];
            }
            sums[first] += values[order[i]];
        }
        return new ValuedSet(ItemSet.of(items, terms), sums);
    }

    private static void check(int items, long[] values) {
        if (values.length != items) {
            throw new IllegalArgumentException(items + " items with " + values.length + " values");
        }
        long sum = 0;
        for (long value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("A value is negative");
            }
            if (value >= BOUND - sum) {
                throw new IllegalArgumentException("The values together reach 2^40");
            }
            sum += value;
        }
    }

    /** The items without their values. */
    public ItemSet items() {
        return items;
    }

    /** The values of the items with these indexes, eight bytes each. */
    Column valuesAt(int[] indexes) {
        ByteBuffer rows = ByteBuffer.allocate(Math.multiplyExact(indexes.length, Long.BYTES));
        for (int index : indexes) {
            rows.putLong(values[index]);
        }
        return Column.owning(rows.array(), Long.BYTES);
    }

    /** The least that so many of the values can add up to. */
    long least(int count) {
        return Arrays.stream(ascending, 0, count).sum();
    }

    /** The most that so many of the values can add up to. */
    long most(int count) {
        return Arrays.stream(ascending, ascending.length - count, ascending.length)
                .sum();
    }
}
