package io.microblog.event;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EventContractTests {

    static Collection<Class<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isKept(Class<?> type) {
        assertThat(ContractFiles.of(type).violations())
                .as(SampleLock.HOW_TO_CHANGE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasAFullAndAMinimalSample(Class<?> type) {
        String name = EventTypes.topicOf(type) + "/" + EventTypes.nameOf(type);

        assertThat(ContractFiles.of(type).samples()).containsKeys(name + ".json", name + "-minimal.json");
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesItsSchema(Class<?> type) {
        JsonNode schema = EventJson.mapper().readTree(ContractFiles.of(type).schema());

        assertThat(schema.path("$id").asString(""))
                .isEqualTo("urn:microblog:event:" + EventTypes.topicOf(type) + ":" + EventTypes.nameOf(type));
        assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString("")).isEqualTo(EventTypes.nameOf(type));
        assertThat(schema.path("description").asString("")).isNotBlank();
    }

    @Test
    void keepsEverySample() {
        assertThat(ContractFiles.lock().violations(ContractFiles.samples())).isEmpty();
    }

    @Test
    void hasNoSchemaOrSampleOfAnUnknownType() {
        Set<String> known = types().stream()
                .map(type -> EventTypes.topicOf(type) + "/" + EventTypes.nameOf(type))
                .collect(Collectors.toSet());

        assertThat(ContractFiles.schemas().keySet()).allMatch(path -> known.contains(path.replace(".json", "")));
        assertThat(ContractFiles.samples().keySet())
                .allMatch(path -> known.contains(path.replace(".json", "").replaceFirst("(/\\w+)-.*", "$1")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void standsOnTheClassPath(Class<?> type) {
        assertThat(EventJson.class.getResource(
                        "/schema/" + EventTypes.topicOf(type) + "/" + EventTypes.nameOf(type) + ".json"))
                .isNotNull();
    }
}
