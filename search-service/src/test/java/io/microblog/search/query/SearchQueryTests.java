package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.web.Page;
import io.microblog.search.query.SearchQuery.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchQueryTests {

    private static final Page PAGE = new Page(null, null, null, 20);

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000", "\n\t"})
    void rejectsNothing(String text) {
        assertThatThrownBy(() -> query(text)).isInstanceOf(BadRequest.class).hasMessageContaining("q is missing");
    }

    @Test
    void rejectsMoreThanAnybodyTypes() {
        assertThat(query("x".repeat(200)).text()).hasSize(200);
        assertThatThrownBy(() -> query("x".repeat(201))).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void rejectsOffsetsOutOfBounds(int offset) {
        assertThatThrownBy(() -> new SearchQuery("x", List.of(), Scope.ALL, null, false, PAGE, offset))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("offset");
    }

    @Test
    void rejectsUnknownTypes() {
        assertThat(Scope.of(null)).isEqualTo(Scope.ALL);
        assertThat(Scope.of("")).isEqualTo(Scope.ALL);
        assertThat(Scope.of("statuses")).isEqualTo(Scope.STATUSES);
        assertThatThrownBy(() -> Scope.of("all")).isInstanceOf(BadRequest.class);
    }

    @Test
    void composesCharacters() {
        assertThat(query(" Cafe\u0301\u0007! ").text()).isEqualTo("Café !");
    }

    @ParameterizedTest
    @CsvSource({
        "tea,             true,  true,  true",
        "green tea,       true,  true,  true",
        "tea with my cat, true,  false, true",
        "#tea,            false, true,  true",
        "@tea,            true,  false, false",
        "tea@host.org,    true,  false, true",
        "tea at me@host,  false, false, true",
    })
    void looksWhereTheTextCanBeMeant(String text, boolean accounts, boolean hashtags, boolean statuses) {
        SearchQuery query = query(text);
        assertThat(query.wantsAccounts()).isEqualTo(accounts);
        assertThat(query.wantsHashtags()).isEqualTo(hashtags);
        assertThat(query.wantsStatuses()).isEqualTo(statuses);
    }

    private static SearchQuery query(String text) {
        return new SearchQuery(text, List.of(), Scope.ALL, null, false, PAGE, 0);
    }
}
