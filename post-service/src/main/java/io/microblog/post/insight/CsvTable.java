package io.microblog.post.insight;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A table for spreadsheets, as RFC 4180 has it, with a byte order mark, without which some read it as Latin-1.
 *
 * <p>Text that a spreadsheet would compute gets an apostrophe before it, as OWASP advises against CSV injection.
 */
final class CsvTable {

    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\r\\n\\t']");

    private final StringBuilder text = new StringBuilder("\uFEFF");

    CsvTable(String... columns) {
        row((Object[]) columns);
    }

    /** Adds a row; null is an empty cell. */
    void row(@Nullable Object... cells) {
        text.append(Arrays.stream(cells).map(CsvTable::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String cell = value.toString();
        if (value instanceof String && FORMULA.matcher(cell).find()) {
            cell = "'" + cell;
        }
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
