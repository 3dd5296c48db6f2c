package org.sluice.worker.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sluice.protocol.Column;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/**
 * The sets in a worker's data folder: CSV and Parquet files, and queries of PostgreSQL databases. Whatever they come from, equal
 * identifiers make an equal version, and with values equal identifiers and values.
 *
 * <p>A source with a single row that is not valid is refused as a whole: a test over the rest would answer
 * another question than the one that was asked.
 */
public record DataSets(WorkerFolder folder) {

    /** Names of the sets, without looking into them. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder.data())) {
            return files.flatMap(file -> source(file).stream())
                    .map(Source::name)
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * By name, one text a set, which changes when the set may have done so; costs no look into it. Nobody can see from
     * outside whether a query's result is another, so that its text changes with the time, as often as its file says.
     */
    public Map<String, String> fingerprints(Instant now) {
        Map<String, String> texts = new TreeMap<>();
        names().forEach(name -> texts.put(
                name,
                String.join(
                        ", ", sources(name).map(each -> each.fingerprint(now)).toList())));
        return texts;
    }

    /** The set that a handle names, in the version that it names. */
    public DataSet of(DataHandle handle) {
        DataSet present = read(handle.name());
        if (!present.handle().equals(handle)) {
            throw new Problem(NoticeCode.DATA_SET_CHANGED, handle.name());
        }
        return present;
    }

    /** The set as it is now. */
    public DataSet read(String name) {
        if (!names().contains(name)) {
            throw new Problem(NoticeCode.DATA_SET_UNKNOWN, name);
        }
        List<Source> sources = sources(name).toList();
        if (sources.size() > 1) {
            throw new Problem(NoticeCode.DATA_SET_TWICE, name);
        }
        Intake.Taken taken = sources.get(0).read();
        Intake.Taken distinct = taken.distinct();
        return new DataSet(
                new DataHandle(name, version(distinct)),
                taken.schema(),
                taken.identifiers().count(),
                distinct.identifiers(),
                distinct.values());
    }

    private Stream<Source> sources(String name) {
        return Stream.of(CsvFile.SUFFIX, ParquetFile.SUFFIX, DatabaseQuery.SUFFIX)
                .map(suffix -> folder.data().resolve(name + suffix))
                .filter(Files::exists)
                .flatMap(file -> source(file).stream());
    }

    private Optional<Source> source(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(CsvFile.SUFFIX)) {
            return Optional.of(new CsvFile(without(CsvFile.SUFFIX, name), file));
        }
        if (name.endsWith(ParquetFile.SUFFIX)) {
            return Optional.of(new ParquetFile(without(ParquetFile.SUFFIX, name), file));
        }
        if (name.endsWith(DatabaseQuery.SUFFIX)) {
            return Optional.of(new DatabaseQuery(without(DatabaseQuery.SUFFIX, name), file, folder.root()));
        }
        return Optional.empty();
    }

    private static String without(String suffix, String name) {
        return name.substring(0, name.length() - suffix.length());
    }

    /**
     * Equal exactly for equal sets in this worker. A salt of the worker's own goes in, because the handle leaves the
     * house and a plain hash of a small set could be guessed. Values come last, so that a set without them is named as if
     * there were none anywhere; a set with them is longer than one of as many identifiers without.
     */
    private String version(Intake.Taken distinct) {
        Column identifiers = distinct.identifiers();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(folder.versionSalt()));
            digest.update(distinct.schema().column().getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(identifiers.count())
                    .array());
            digest.update(identifiers.rows(0, identifiers.count()));
            distinct.values().ifPresent(values -> {
                digest.update(Source.VALUE.getBytes(StandardCharsets.US_ASCII));
                values.addTo(digest);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
