package io.microblog.post.insight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTableTests {

    @Test
    void writesRows() {
        var table = new CsvTable("a", "b", "c");
        table.row(1, null, "two");

        assertThat(table).hasToString("\uFEFFa,b,c\r\n1,,two\r\n");
    }

    @Test
    void keepsCellsApart() {
        assertThat(cell("a,b \"c\"\nd;e")).isEqualTo("\"a,b \"\"c\"\"\nd;e\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1",
                "  =cmd|' /C calc'!A0",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "\u00A0=1",
                "\u200B=1"
            })
    void leavesNothingToCompute(String text) {
        assertThat(cell(text)).startsWith("\"'");
    }

    @Test
    void numbersMayBeNegative() {
        assertThat(cell(-1L)).isEqualTo("-1");
    }

    private static String cell(Object value) {
        var table = new CsvTable();
        table.row(value);
        String text = table.toString();
        return text.substring(text.indexOf("\r\n") + 2, text.length() - 2);
    }
}
