package io.microblog.local.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.microblog.local.engine.MicroblogHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyTests {

    @TempDir
    private Path folder;

    private Topology topology;
    private List<Part> parts;

    @BeforeEach
    void makeTopology() {
        MicroblogHome home = new MicroblogHome(folder);
        topology = new Topology(home, folder, Secrets.in(home.secrets()), Map.of());
        parts = topology.parts();
    }

    @Test
    void givesEachPartItsOwnPorts() {
        assertThat(parts.stream().flatMap(part -> part.ports().stream())).doesNotHaveDuplicates();
        assertThat(parts.stream().map(Part::name)).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void needsOnlyPartsThatExist() {
        List<String> names = parts.stream().map(Part::name).toList();

        assertThat(parts)
                .allSatisfy(part -> assertThat(names).containsAll(part.uses()))
                .allSatisfy(part -> assertThat(part.uses()).containsAll(part.needs()));
    }

    @Test
    void furtherFlagsOfTheShellComeLast() {
        MicroblogHome home = new MicroblogHome(folder);
        var roomy = new Topology(
                home, folder, Secrets.in(home.secrets()), Map.of("MICROBLOG_JAVA_OPTS", " -Xmx1g  -Xmn200m "));

        assertThat(roomy.serviceFlags())
                .startsWith(topology.serviceFlags().toArray(String[]::new))
                .endsWith("-Xmx1g", "-Xmn200m")
                .doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTEL_EXPORTER_OTLP_ENDPOINT", "MICROBLOG_OTLP_ENABLED", "MICROBLOG_MAIL_PROVIDER"})
    void servicesAreNotAsPreparedWhereTheShellDecidesWhatTheyConsistOf(String variable) {
        MicroblogHome home = new MicroblogHome(folder);
        var other = new Topology(home, folder, Secrets.in(home.secrets()), Map.of(variable, "anything"));

        assertThat(topology.serviceFlags()).contains(Topology.PREPARED);
        assertThat(other.serviceFlags()).doesNotContain(Topology.PREPARED);
        assertThat(topology.plain().serviceFlags()).doesNotContain(Topology.PREPARED);
    }

    @Test
    void makesCopiesOfServicesOnly() {
        assertThat(topology.copy("post-service-8092"))
                .hasValueSatisfying(copy -> assertThat(copy.ports()).containsExactly(8092, 9092));
        assertThat(topology.copy("kafka-8092")).isEmpty();
        assertThat(topology.copy("post-service-8082")).isEmpty();
    }
}
