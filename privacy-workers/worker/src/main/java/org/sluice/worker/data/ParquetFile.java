package org.sluice.worker.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * A Parquet file: the column that is called {@code uscc} or {@code id-number} holds the identifiers, as text or as whole
 * numbers of 64 bits. No other column is read, and of that one the pages of one row group at a time.
 *
 * <p>Read by Apache's reader, without compression or with Snappy or ZSTD. Whatever that says of a damaged file may hold
 * something of it, and goes no further.
 */
record ParquetFile(String name, Path file) implements Source {

    static final String SUFFIX = ".parquet";

    private static final Set<CompressionCodecName> CODECS =
            EnumSet.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY, CompressionCodecName.ZSTD);

    private static final Set<PrimitiveTypeName> TYPES =
            EnumSet.of(PrimitiveTypeName.BINARY, PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, PrimitiveTypeName.INT64);

    /** Of one row group's column; writers make groups of 128 MiB over all columns. */
    private static final long MOST_BYTES = 512L << 20;

    /** Longer ones are no identifiers whatever stands in them. */
    private static final int BYTES = 600;

    @Override
    public String fingerprint(Instant now) {
        return FileMark.of(name, file);
    }

    @Override
    public Intake.Taken read() {
        ParquetReadOptions options = new ParquetReadOptions.Builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return read(reader);
        } catch (Problem | CancellationException ours) {
            throw ours;
        } catch (IOException | RuntimeException damaged) {
            throw unreadable("it is no Parquet file, or damaged or encrypted");
        } catch (LinkageError | OutOfMemoryError beyond) {
            throw unreadable("its compression, or its size, is beyond this machine");
        }
    }

    private Intake.Taken read(ParquetFileReader reader) throws IOException {
        MessageType schema = reader.getFileMetaData().getSchema();
        ColumnDescriptor column = column(schema);
        for (BlockMetaData group : reader.getRowGroups()) {
            check(group, column);
        }
        reader.setRequestedSchema(List.of(column));
        Intake intake = new Intake(name, kind(column).orElseThrow(), "row");
        MessageType one = new MessageType(schema.getName(), schema.getType(column.getPath()[0]));
        long number = 0;
        for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
            ColumnReader values = new ColumnReadStoreImpl(
                            group,
                            new NoRecords(one),
                            one,
                            reader.getFileMetaData().getCreatedBy())
                    .getColumnReader(column);
            for (long row = 0; row < group.getRowCount(); row++) {
                intake.take(text(values, column), ++number);
                values.consume();
            }
        }
        return intake.end();
    }

    private ColumnDescriptor column(MessageType schema) {
        List<ColumnDescriptor> found = schema.getColumns().stream()
                .filter(each -> each.getPath().length == 1 && kind(each).isPresent())
                .toList();
        if (found.size() != 1) {
            throw unreadable("exactly one column must be called uscc or id-number, and " + found.size() + " are");
        }
        ColumnDescriptor column = found.get(0);
        PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
        if (!TYPES.contains(type) || column.getMaxRepetitionLevel() > 0) {
            throw unreadable("its column must hold one text or INT64 a row, and is of type "
                    + column.getPrimitiveType().getRepetition() + " " + type);
        }
        return column;
    }

    private static Optional<Schema> kind(ColumnDescriptor column) {
        return Schema.of(column.getPath()[0].strip().toLowerCase(Locale.ROOT));
    }

    private void check(BlockMetaData group, ColumnDescriptor column) {
        ColumnPath path = ColumnPath.get(column.getPath());
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (!chunk.getPath().equals(path)) {
                continue;
            }
            if (!CODECS.contains(chunk.getCodec())) {
                throw unreadable("its compression is " + chunk.getCodec() + "; write it with Snappy, ZSTD or none");
            }
            if (Math.max(chunk.getTotalSize(), chunk.getTotalUncompressedSize()) > MOST_BYTES) {
                throw unreadable("a row group holds more than " + (MOST_BYTES >> 20)
                        + " MiB of the column; write it in smaller groups");
            }
        }
    }

    private static String text(ColumnReader values, ColumnDescriptor column) {
        if (values.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
            return "";
        }
        if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
            return String.valueOf(values.getLong());
        }
        Binary value = values.getBinary();
        return value.length() > BYTES ? "" : value.toStringUsingUTF8();
    }

    private Problem unreadable(String why) {
        return new Problem(NoticeCode.DATA_FILE_UNREADABLE, name, why);
    }
}
