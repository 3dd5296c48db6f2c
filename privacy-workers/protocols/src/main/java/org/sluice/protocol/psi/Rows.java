package org.sluice.protocol.psi;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.session.Turn;

/** A column in ascending order, on its way in frames of a fixed number of rows. */
final class Rows {

    private final Frame kind;
    private final int rowsPerFrame;

    Rows(Frame kind, int rowsPerFrame) {
        this.kind = kind;
        this.rowsPerFrame = rowsPerFrame;
    }

    <R> Turn<R> send(Column column, Supplier<Turn<R>> then) {
        return sendFrom(0, column, then);
    }

    private <R> Turn<R> sendFrom(int row, Column column, Supplier<Turn<R>> then) {
        if (row == column.count()) {
            return then.get();
        }
        int end = Math.min(row + rowsPerFrame, column.count());
        return new Turn.Send<>(kind.of(column.rows(row, end)), () -> sendFrom(end, column, then));
    }

    /** Leads on with exactly {@code count} rows in ascending order; anything else is misbehaviour. */
    <R> Turn<R> receive(int count, int width, Function<Column, Turn<R>> then) {
        return receiveInto(new byte[Math.multiplyExact(count, width)], 0, width, then);
    }

    private <R> Turn<R> receiveInto(byte[] rows, int filled, int width, Function<Column, Turn<R>> then) {
        if (filled == rows.length) {
            return then.apply(ascending(Column.of(rows, width)));
        }
        int length = Math.min(rowsPerFrame * width, rows.length - filled);
        return new Turn.Receive<>(frame -> {
            kind.open(frame, length).get(rows, filled, length);
            return receiveInto(rows, filled + length, width, then);
        });
    }

    private Column ascending(Column column) {
        if (!column.isAscending()) {
            throw new Misbehaviour("The rows of kind " + kind + " are not in ascending order");
        }
        return column;
    }
}
