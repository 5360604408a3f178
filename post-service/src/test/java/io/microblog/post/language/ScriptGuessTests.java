package io.microblog.post.language;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptGuessTests {

    @ParameterizedTest
    @CsvSource({
        "今日はとても寒いですね, ja",
        "今天很冷, zh",
        "안녕하세요, ko",
        "สวัสดีครับ, th",
        "Καλημέρα σε όλους, el",
        "שלום לכולם, he",
        "გამარჯობა, ka",
        "Look at ありがとう today everybody,",
        "Hello everybody,",
        "Привет всем,",
        "مرحبا بالجميع,",
        "नमस्ते,",
        "12345 !?,",
        "'',",
    })
    void guessesOnlyWhatTheScriptTells(String text, @Nullable String language) {
        assertThat(ScriptGuess.of(text)).isEqualTo(language);
    }
}
