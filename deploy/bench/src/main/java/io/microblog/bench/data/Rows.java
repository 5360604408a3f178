package io.microblog.bench.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in the text format of COPY. */
final class Rows {

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private boolean begun;

    Rows(CopyIn copy) {
        this.copy = copy;
    }

    Rows add(long value) {
        separate().append(value);
        return this;
    }

    Rows add(boolean value) {
        separate().append(value ? 't' : 'f');
        return this;
    }

    Rows add(Instant value) {
        separate().append(value);
        return this;
    }

    Rows none() {
        separate().append("\\N");
        return this;
    }

    Rows addOrNone(@Nullable Long value) {
        return value == null ? none() : add(value.longValue());
    }

    Rows addOrNone(@Nullable String value) {
        return value == null ? none() : add(value);
    }

    Rows add(String value) {
        separate();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
        return this;
    }

    /** An array of numbers or of plain words. */
    Rows add(Collection<?> values) {
        return add(values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }

    void end() throws SQLException {
        buffer.append('\n');
        begun = false;
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /** @return how many rows there were */
    long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private StringBuilder separate() {
        if (begun) {
            buffer.append('\t');
        }
        begun = true;
        return buffer;
    }
}
