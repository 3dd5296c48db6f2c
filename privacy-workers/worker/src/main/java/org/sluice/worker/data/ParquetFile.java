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
import java.util.stream.Stream;
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
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * A Parquet file: the column that is called {@code uscc} or {@code id-number} holds the identifiers, as text or as whole
 * numbers of 64 bits, and one that is called {@code value} their values. No other column is read, and of those the pages
 * of one row group at a time.
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

    private static final Set<PrimitiveTypeName> TYPES_OF_VALUES =
            EnumSet.of(PrimitiveTypeName.INT32, PrimitiveTypeName.INT64);

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
        Optional<ColumnDescriptor> valueColumn = valueColumn(schema);
        List<ColumnDescriptor> read =
                Stream.concat(Stream.of(column), valueColumn.stream()).toList();
        for (BlockMetaData group : reader.getRowGroups()) {
            read.forEach(each -> check(group, each));
        }
        reader.setRequestedSchema(read);
        Intake intake = new Intake(name, kind(column).orElseThrow(), "row", valueColumn.isPresent());
        MessageType asked = new MessageType(
                schema.getName(),
                read.stream().map(each -> schema.getType(each.getPath()[0])).toList());
        long number = 0;
        for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
            ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                    group, new NoRecords(asked), asked, reader.getFileMetaData().getCreatedBy());
            ColumnReader identifiers = columns.getColumnReader(column);
            Optional<ColumnReader> values = valueColumn.map(columns::getColumnReader);
            for (long row = 0; row < group.getRowCount(); row++) {
                long value = values.map(ParquetFile::value).orElse(Values.NONE);
                intake.take(text(identifiers, column), value, ++number);
                identifiers.consume();
                values.ifPresent(ColumnReader::consume);
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

    /**
     * Whatever its type says beside the number (a scale, an instant) would make it another one, and is refused; so is
     * whatever else is called so, rather than passed over.
     */
    private Optional<ColumnDescriptor> valueColumn(MessageType schema) {
        List<Type> found = schema.getFields().stream()
                .filter(each -> each.getName().strip().toLowerCase(Locale.ROOT).equals(VALUE))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            throw unreadable("only one column may be called value, and " + found.size() + " are");
        }
        Type type = found.get(0);
        boolean plain = type.getLogicalTypeAnnotation() == null
                || type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation;
        if (!type.isPrimitive()
                || !TYPES_OF_VALUES.contains(type.asPrimitiveType().getPrimitiveTypeName())
                || type.isRepetition(Type.Repetition.REPEATED)
                || !plain) {
            throw unreadable("its column value must hold one INT32 or INT64 a row, and is of type "
                    + type.getRepetition() + " "
                    + (type.isPrimitive() ? type.asPrimitiveType().getPrimitiveTypeName() : "group")
                    + (plain ? "" : " " + type.getLogicalTypeAnnotation()));
        }
        return Optional.of(schema.getColumnDescription(new String[] {type.getName()}));
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

    /** A null is none; an unsigned number that is negative as a signed one is too large in any case, but for 32 bits. */
    private static long value(ColumnReader values) {
        ColumnDescriptor column = values.getDescriptor();
        if (isNull(values, column)) {
            return Values.NONE;
        }
        if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
            return values.getLong();
        }
        boolean unsigned = column.getPrimitiveType().getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation type
                && !type.isSigned();
        return unsigned ? Integer.toUnsignedLong(values.getInteger()) : values.getInteger();
    }

    private static boolean isNull(ColumnReader values, ColumnDescriptor column) {
        return values.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel();
    }

    private static String text(ColumnReader values, ColumnDescriptor column) {
        if (isNull(values, column)) {
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
