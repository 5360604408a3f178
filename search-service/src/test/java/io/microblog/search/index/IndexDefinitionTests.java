package io.microblog.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;

import io.microblog.search.document.DocumentKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class IndexDefinitionTests {

    /** What every Elasticsearch has, whatever modules and plugins it comes with. */
    private static final Set<String> EVERYWHERE = Set.of("whitespace");

    @ParameterizedTest
    @EnumSource
    void needsNothingThatAPlainElasticsearchLacks(DocumentKind kind) throws IOException {
        JsonNode template = definition(kind).get("template");

        assertThat(template.at("/settings/analysis").isMissingNode()).isTrue();
        assertThat(template.findValuesAsString("analyzer")).isNotEmpty().isSubsetOf(EVERYWHERE);
        assertThat(template.findValuesAsString("type"))
                .isSubsetOf("keyword", "text", "long", "byte", "date", "boolean");
    }

    private static JsonNode definition(DocumentKind kind) throws IOException {
        try (InputStream file = IndexDefinitionTests.class.getResourceAsStream("/index/" + kind.alias() + ".json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        }
    }
}
