package org.sluice.protocol.psi;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.session.Turn;

/**
 * A column on its way in frames of a fixed number of rows; only the last frame may hold fewer. An empty column is no
 * frame.
 */
public record Rows(Frame kind, int rowsPerFrame) {

    /** Takes a frame's rows as they come; what it throws ends the run. */
    @FunctionalInterface
    public interface Reader {
        /** @param from the index of the first row in the whole column */
        void read(int from, Column rows);
    }

    /** Exactly what a column of so many rows takes, frames' headers included. */
    public long bytes(int count, int width) {
        long frames = (count + (long) rowsPerFrame - 1) / rowsPerFrame;
        return (long) count * width + frames * Frame.HEADER;
    }

    public <R> Turn<R> send(Column column, Supplier<Turn<R>> then) {
        return sendFrom(0, column, then);
    }

    private <R> Turn<R> sendFrom(int row, Column column, Supplier<Turn<R>> then) {
        if (row == column.count()) {
            return then.get();
        }
        int end = Math.min(row + rowsPerFrame, column.count());
        return new Turn.Send<>(kind.of(column, row, end), () -> sendFrom(end, column, then));
    }

    /** Leads on with exactly {@code count} rows in the order in which they were sent. */
    public <R> Turn<R> receive(int count, int width, Function<Column, Turn<R>> then) {
        byte[] rows = new byte[Math.multiplyExact(count, width)];
        return receiveEach(
                count,
                width,
                (from, some) -> some.copyRows(0, some.count(), rows, from * width),
                () -> then.apply(Column.owning(rows, width)));
    }

    /** Like {@link #receive}; rows in any other than ascending order are misbehaviour. */
    public <R> Turn<R> receiveAscending(int count, int width, Function<Column, Turn<R>> then) {
        return receive(count, width, column -> then.apply(ascending(column)));
    }

    /** Hands each frame's rows on when they come, and leads on after exactly {@code count}. */
    public <R> Turn<R> receiveEach(int count, int width, Reader reader, Supplier<Turn<R>> then) {
        return receiveFrom(0, count, width, reader, then);
    }

    private <R> Turn<R> receiveFrom(int row, int count, int width, Reader reader, Supplier<Turn<R>> then) {
        if (row == count) {
            return then.get();
        }
        int rows = Math.min(rowsPerFrame, count - row);
        return new Turn.Receive<>(frame -> {
            byte[] content = new byte[rows * width];
            kind.open(frame, content.length).get(content);
            reader.read(row, Column.owning(content, width));
            return receiveFrom(row + rows, count, width, reader, then);
        });
    }

    private Column ascending(Column column) {
        if (!column.isAscending()) {
            throw new Misbehaviour("The rows of kind " + kind.name() + " are not in ascending order");
        }
        return column;
    }
}
