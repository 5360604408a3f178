package io.microblog.search.analysis;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * Cuts particles and endings off Korean words and spells what is left by single letters, since a typo changes one letter and
 * seldom a syllable.
 */
final class Korean {

    private static final UnaryOperator<String> PARTICLES =
            Endings.of(2, "에서는 에게서 으로는 에서 에게 한테 까지 부터 처럼 보다 하고 이나 이랑 으로 이라 께서 밖에 마다 조차 들 은 는 이 가 을 를 의 에 로 와 과 도 만 랑");

    private static final UnaryOperator<String> ENDINGS = Endings.of(
            2, letters("습니다 어요 아요 었다 았다 니다 는다 다 요 고 서 면 지 게 는 은 을 기 니 자 네") + " \u11ab \u11af \u11b8 \u11bb");

    private Korean() {}

    static String noun(String word) {
        return letters(repeat(PARTICLES, word));
    }

    /** The vowel that a past tense melts with its stem's is put back. */
    static String verb(String word) {
        String root = repeat(ENDINGS, letters(word));
        return root.replaceAll("\u116a$", "\u1169")
                .replaceAll("\u116f$", "\u116e")
                .replaceAll("\u1167$", "\u1175");
    }

    private static String repeat(UnaryOperator<String> cut, String word) {
        String shorter = cut.apply(word);
        return shorter.equals(word) ? word : repeat(cut, shorter);
    }

    private static String letters(String syllables) {
        return Normalizer.normalize(syllables, Normalizer.Form.NFD);
    }
}
