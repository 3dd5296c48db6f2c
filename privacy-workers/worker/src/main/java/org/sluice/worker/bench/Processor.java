package org.sluice.worker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the threads of this process have had of the processor by now, as Linux counts it (proc(5), fields 14 and 15 of
 * {@code stat}, in hundredths of a second). Zero where there is no such file.
 *
 * @param seconds of all threads that are still there
 * @param compilers of those that compile bytecode
 */
record Processor(double seconds, double compilers) {

    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Processor now() {
        double all = 0;
        double compilers = 0;
        for (Path thread : threads()) {
            String stat = stat(thread);
            // the name stands in brackets and may hold any character
            int name = stat.lastIndexOf(')');
            if (name > 0) {
                String[] fields = stat.substring(name + 2).split(" ");
                double seconds = (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
                all += seconds;
                compilers += stat.substring(0, name).contains("Compiler") ? seconds : 0;
            }
        }
        return new Processor(all, compilers);
    }

    Processor since(Processor before) {
        return new Processor(seconds - before.seconds, compilers - before.compilers);
    }

    private static List<Path> threads() {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }
}
