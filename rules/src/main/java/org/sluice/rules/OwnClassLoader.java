package org.sluice.rules;

import java.util.function.Supplier;

/**
 * Lets Drools and MVEL find the facts: both ask the thread's class loader, and in an application that runs from one jar
 * the threads of a common pool have one that knows none of its classes.
 */
final class OwnClassLoader {

    private OwnClassLoader() {}

    static <T> T with(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
