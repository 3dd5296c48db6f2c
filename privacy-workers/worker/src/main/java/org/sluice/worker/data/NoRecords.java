package org.sluice.worker.data;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** The reader of columns wants to know where records would be put together; here none are, since columns are read as such. */
final class NoRecords extends GroupConverter {

    private final MessageType schema;

    NoRecords(MessageType schema) {
        this.schema = schema;
    }

    @Override
    public Converter getConverter(int index) {
        if (!schema.getType(index).isPrimitive()) {
            throw new IllegalStateException("Only columns without parts are read");
        }
        return new PrimitiveConverter() {};
    }

    @Override
    public void start() {
        // nothing is begun
    }

    @Override
    public void end() {
        // nor ended
    }
}
