package io.microblog.notification.mail.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OwnTemplatesTests {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @TempDir
    private Path folder;

    @Test
    void winOverTheBuiltInOnesFileByFile() throws IOException {
        own("letter.txt", "Dear reader! [(${letter.lead()})] [(${letter.link()})] [(${letter.unsubscribe()})]");
        own("README.md", "Nothing that anybody reads here.");
        own(".hidden.html", "Nor this.");
        Letter letter = letter("follow", Locale.ENGLISH);

        assertThat(letter.text())
                .isEqualTo("Dear reader! Maria Summer (@sample1) followed you. https://blog.example/@sample1"
                        + " https://blog.example/api/v1/mail/unsubscribe?token=sample\n");
        assertThat(letter.html())
                .isEqualTo(Writing.builtIn()
                        .samples()
                        .find("follow", Locale.ENGLISH)
                        .orElseThrow()
                        .html());
    }

    @Test
    void leaveTheTextsThatTheyDoNotName() throws IOException {
        own("messages_es.properties", "follow.subject=¡{0} te sigue!");
        own("messages.properties", "letter.stop=Enough\nfollow.subject=News");

        assertThat(letter("follow", SPANISH).subject()).isEqualTo("¡María Verano (@sample1) te sigue!");
        assertThat(letter("follow", SPANISH).text()).contains("María Verano", "No quiero más correos como este: ");
        assertThat(letter("follow", Locale.ENGLISH).subject()).isEqualTo("News");
        assertThat(letter("follow", Locale.ENGLISH).text()).contains("Enough: ");
        assertThat(letter("follow", Locale.forLanguageTag("ar")).text()).doesNotContain("Enough");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            letter.html            | <p th:text="${letter.poem()}"></p>                 | poem
            letter.html            | <p th:text="${letter.lead("></p>                   | letter.html
            letter.html            | <a th:href="${letter.link()}" th:utext="${letter.lead()}"></a> | does not escape
            letter.html            | <p th:text="${letter.lead()}"></p>                 | lacks the link
            letter.txt             | [(${letter.lead()})]                               | lacks the link
            letter.txt             | [# th:if="${letter.link()}"]                       | letter.txt
            messages.properties    | follow.lead={1} followed you                       | follow.lead uses a value that is not there: it has 1
            messages_ar.properties | follow.lead={0                                     | follow.lead is no text
            messages_es.properties | letter.footer=Lleg'ó a {0}                         | letter.footer has a value in quotes
            messages_es.properties | letter.fotter=Hola                                 | letter.fotter is the key of no text
            messages_es.properties | letter.stop=\\u00zz                                | cannot be read
            messages_fr.properties | letter.stop=Assez                                  | takes the place of nothing
            lettre.html            | <p></p>                                            | takes the place of nothing
            """)
    void areRefusedAtTheStart(String file, String content, String fault) throws IOException {
        own(file, content);

        assertThatIllegalStateException()
                .isThrownBy(() -> Writing.with(folder.toString()))
                .withMessageContaining(folder.resolve(file).toString())
                .withMessageContaining(fault);
    }

    @Test
    void areNotLookedForWhereThereIsNoFolder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Writing.with(folder.resolve("mails").toString()))
                .withMessageContaining("MICROBLOG_MAIL_TEMPLATES");
    }

    private void own(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private Letter letter(String kind, Locale locale) {
        return Writing.with(folder.toString()).samples().find(kind, locale).orElseThrow();
    }
}
