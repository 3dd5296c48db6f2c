package org.sluice.worker.query.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sluice.worker.party.WorkerFolder;

/** What was counted, added up for each day, peer and list; may be read while the worker runs. */
public record MeterReport(WorkerFolder folder) {

    /** A line each, in the order of days, peers and lists: day, peer, list, evaluations, retrievals. */
    public void run(Consumer<Map<String, Object>> say) {
        Path meter = folder.queries().resolve("meter");
        if (!Files.isDirectory(meter)) {
            return;
        }
        try (var files = Files.list(meter)) {
            for (Path day : files.sorted().toList()) {
                day(day, say);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void day(Path file, Consumer<Map<String, Object>> say) throws IOException {
        Map<List<String>, Map<String, Object>> sums =
                new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
        MeterLine.read(file, line -> {
            MeterLine.Account account = line.account();
            Map<String, Object> sum =
                    sums.computeIfAbsent(List.of(account.peer(), account.list()), key -> nothing(file, account));
            sum.merge(account.what(), (long) line.count(), (a, b) -> (long) a + (long) b);
        });
        sums.values().forEach(say);
    }

    private static Map<String, Object> nothing(Path file, MeterLine.Account account) {
        Map<String, Object> sum = new LinkedHashMap<>();
        sum.put("day", file.getFileName().toString());
        sum.put("peer", account.peer());
        sum.put("list", account.list());
        sum.put(MeterLine.EVALUATIONS, 0L);
        sum.put(MeterLine.RETRIEVALS, 0L);
        return sum;
    }
}
