package io.microblog.local.launcher;

import java.io.IOException;
import java.net.URI;

import io.microblog.local.access.KafkaAccess;
import io.microblog.local.access.SearchAccess;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Local platforms do it at each start of an engine; containers by this command. */
@Command(
        name = "access",
        description = "Makes the services' users at an engine and grants each what it needs. May be run at any time.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AccessCommand {

    @Command(
            name = "kafka",
            mixinStandardHelpOptions = true,
            description = "A user for each service, who writes and reads that service's topics alone.")
    int kafka(
            @Parameters(paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:" + Topology.KAFKA_PORT) String servers,
            @Mixin Credential credential) {
        try {
            new KafkaAccess(
                            servers,
                            credential.of(Topology.KAFKA_PASSWORD),
                            service -> credential.of(Topology.password(service, Topology.KAFKA)))
                    .grant();
            return 0;
        } catch (KafkaException e) {
            throw new LauncherException("Kafka at %s: %s".formatted(servers, Microblog.explain(e)), e);
        }
    }

    @Command(
            name = "elasticsearch",
            mixinStandardHelpOptions = true,
            description = "A user for search-service, who has the indices of that service alone.")
    int elasticsearch(@Parameters(paramLabel = "URL") URI server, @Mixin Credential credential)
            throws InterruptedException {
        try {
            new SearchAccess(server, credential.of("ELASTIC_PASSWORD"))
                    .grant(credential.of(Topology.password("search-service", Topology.ELASTICSEARCH)));
            return 0;
        } catch (IOException e) {
            throw new LauncherException("Elasticsearch at %s: %s".formatted(server, e), e);
        }
    }
}
