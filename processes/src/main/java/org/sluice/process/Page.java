package org.sluice.process;

import java.util.List;
import java.util.function.Function;

/** A part of a longer list, with the length of the whole: what every paged question answers. */
public record Page<T>(long total, List<T> items) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(total, items.stream().<R>map(each).toList());
    }
}
