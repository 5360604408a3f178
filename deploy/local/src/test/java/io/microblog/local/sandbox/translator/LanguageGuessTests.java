package io.microblog.local.sandbox.translator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageGuessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | This is the first post of the day, and it is raining.
            es | Hola, esta es la primera publicación del día y no para de llover.
            fr | Bonjour, je suis dans le train et il ne fait pas beau.
            de | Ich bin heute nicht im Büro, aber das ist auch gut.
            it | Ciao, questo è il mio primo messaggio e non so che dire.
            pt | Olá, isso não é uma mensagem para você.
            nl | Ik ben er niet, maar het is een mooie dag.
            pl | Cześć, to jest pierwszy wpis, ale nie ostatni.
            tr | Merhaba, bu çok güzel bir gün ve ben burada değil.
            sv | Hej, det här är inte en bra dag för att cykla.
            ru | Привет, это первое сообщение.
            uk | Привіт, це перше повідомлення.
            el | Καλημέρα σε όλους
            ar | مرحبا بالعالم
            fa | سلام، چطور هستید؟ پرنده
            he | שלום לכולם
            hi | नमस्ते दुनिया
            th | สวัสดีชาวโลก
            ko | 안녕하세요 여러분
            ja | こんにちは世界
            zh-Hans | 大家好
            """)
    void guesses(String language, String text) {
        var guess = LanguageGuess.of(text);

        assertThat(guess.language()).isEqualTo(language);
        assertThat(guess.score()).isBetween(0.5, 1.0);
    }

    @Test
    void looksAtTheWordsOnly() {
        var guess = LanguageGuess.of(
                "<p class=\"the of and\">@the #and https://the.of/and Das ist nicht der <b>Tag</b></p>");

        assertThat(guess.language()).isEqualTo("de");
    }

    @Test
    void isModestAboutWhatItDoesNotKnow() {
        assertThat(LanguageGuess.of("Kwak xyzzy plugh")).isEqualTo(new LanguageGuess("en", 0.2));
        assertThat(LanguageGuess.of("123 🎉")).isEqualTo(new LanguageGuess("en", 0));
    }
}
