package io.microblog.local.launcher;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.microblog.local.access.KafkaLogin;
import io.microblog.local.deadletter.DeadLetters;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Kafka the {@code dlt} commands speak to. */
final class DltKafka {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Another Kafka than the local platform's (${DEFAULT-VALUE}).",
            defaultValue = "${env:MICROBLOG_KAFKA:-127.0.0.1:" + Topology.KAFKA_PORT + "}")
    private String servers = "";

    @Mixin
    private Credential credential = new Credential();

    /** Throws a {@link LauncherException} when Kafka does not answer. */
    int use(ToIntFunction<DeadLetters> action) {
        Map<String, Object> login = KafkaLogin.administrator(credential.of(Topology.KAFKA_PASSWORD));
        try (DeadLetters letters = new DeadLetters(servers, login)) {
            return action.applyAsInt(letters);
        } catch (KafkaException e) {
            throw new LauncherException(
                    "Kafka at %s: %s. Is the platform up?".formatted(servers, Microblog.explain(e)), e);
        }
    }

    /** The groups, or the one wanted. */
    static List<String> groups(DeadLetters letters, String wanted) {
        List<String> groups = letters.groups();
        if (!wanted.isEmpty() && !groups.contains(wanted)) {
            throw new LauncherException("There is no consumer group " + wanted
                    + " with a dead-letter topic. The groups are: " + String.join(", ", groups));
        }
        return wanted.isEmpty() ? groups : List.of(wanted);
    }
}
