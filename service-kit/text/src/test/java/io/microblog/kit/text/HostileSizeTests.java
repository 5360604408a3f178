package io.microblog.kit.text;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.microblog.kit.text.Texts.POSTS;
import static org.assertj.core.api.Assertions.assertThat;

/** The longest sources at their worst: each must render in bounded time to a bounded size. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSizeTests {

    private static final int MAX = PostText.MAX_BYTES;
    private static final int MAX_HTML = 8_000_000;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[",
                "]",
                "![",
                "[a](",
                "[a](b",
                "[](",
                "<",
                "<a ",
                "</",
                "<!--",
                "<![CDATA[",
                "<?",
                "*",
                "_",
                "*a ",
                "_a ",
                "**a ",
                "*a_ ",
                "a**b",
                "*a **b ",
                "a*_",
                "~",
                "~~a ",
                "~a~",
                "`",
                "`a",
                "``a` ",
                "\\",
                "&",
                "&#",
                "&amp",
                ">",
                "> ",
                ">> a\n",
                "- ",
                "-\n",
                "* a\n",
                "1. ",
                "1) a\n",
                "#",
                "# \n",
                "#a",
                "#a ",
                "#1",
                "#a_",
                "@",
                "@a",
                "@a ",
                "@a.",
                "@a@",
                "@a@b.",
                "@alice ",
                "h",
                "http",
                "http://",
                "https://a",
                "https://a.b ",
                "https://a.b/(",
                "https://a.b/)",
                "https://(",
                "http://a@",
                "|",
                "|a\n",
                "a|",
                "-|",
                "|-|\n",
                "\n",
                "a\n",
                "a  \n",
                "\t",
                " ",
                "    a\n",
                "```\n",
                "~~~",
                "---\n",
                "=\n",
                "a\n=\n",
                "[a]: b\n",
                "[a]:",
                "[a][",
                "[a]",
                "[^",
                "\"",
                "(",
                ")",
                "'",
                "e\u0301",
                "\u0301",
                "👩‍",
                "🇩🇪",
                "日",
                "ह\u094d",
                "\u202e",
                "<a@b.c>",
                "<https://a.b>",
                "[*a](",
                "*[a",
                "[a](<b",
                "[a](b \"",
                "![a](https://a)",
                "[x](https://a)",
            })
    void rendersRepetitionsInBoundedTime(String part) {
        String source = part.repeat(MAX / VisibleText.size(part));

        assertBounded(source, MAX_HTML);
        assertBounded("a " + source.substring(0, source.length() - 20) + " a", MAX_HTML);
    }

    @ParameterizedTest
    @MethodSource("nested")
    void rendersNestingInBoundedTime(String source) {
        assertBounded(source, MAX_HTML);
    }

    static Stream<String> nested() {
        String ticks = IntStream.range(1, 190).mapToObj("`"::repeat).collect(Collectors.joining("a"));
        String quotes =
                IntStream.range(1, 190).mapToObj(i -> ">".repeat(i) + "a").collect(Collectors.joining("\n"));
        String lists =
                IntStream.range(1, 130).mapToObj(i -> "  ".repeat(i) + "- a\n").collect(Collectors.joining());
        return Stream.of(
                wrapped("*", "*", 9_999),
                wrapped("**", "**", 4_999),
                wrapped("*a ", " a*", 3_000),
                wrapped("*a _b ", " b_ a*", 1_600),
                wrapped("~~a ", " a~~", 2_400),
                wrapped("[", "]", 9_999),
                wrapped("[", "](https://a.b)", 1_250),
                wrapped("![", "](https://a.b)", 1_200),
                wrapped("> ", "", 9_999),
                wrapped("- ", "", 9_999),
                wrapped("> - 1. ", "", 2_800),
                wrapped("<b>", "</b>", 2_800),
                wrapped("(", ")", 9_999),
                "https://a.b/" + wrapped("(", ")", 9_990),
                "https://a.b/" + wrapped("(", ")", 900) + " ",
                ticks,
                quotes,
                lists);
    }

    @Test
    void repeatsNoLongReference() {
        String source = "[a]: https://a.example/" + "x".repeat(4000) + "\n\n" + "[a]".repeat(5000);

        assertBounded(source, 1_000_000);
    }

    @Test
    void fillsUpNoHugeTable() {
        String source = "|a".repeat(1200) + "\n" + "|-".repeat(1200) + "\n" + "|\n".repeat(7000);

        assertBounded(source, 500_000);
        assertThat(POSTS.parse(source, TextFormat.MARKDOWN).render(name -> null).html())
                .doesNotContain("<table");
    }

    @Test
    void keepsTheTextOfWhatIsNestedTooDeep() {
        var rendered = POSTS.parse(wrapped("> ", "", 100) + "core", TextFormat.MARKDOWN)
                .render(name -> null);

        assertThat(rendered.text()).contains("core");
        assertThat(rendered.html().split("<blockquote>")).hasSizeLessThan(25);
    }

    private static String wrapped(String open, String close, int depth) {
        return open.repeat(depth) + "a" + close.repeat(depth);
    }

    private static void assertBounded(String source, int maxHtml) {
        for (TextFormat format : TextFormat.values()) {
            Rendered rendered = POSTS.parse(source, format).render(Texts.PEOPLE::get);
            assertThat(rendered.html().length()).isLessThan(maxHtml);
            assertThat(rendered.text().length()).isLessThan(2 * MAX);
        }
    }
}
