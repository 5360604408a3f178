package io.microblog.user.instance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.instance.InstanceStatistics.Figures;
import io.microblog.user.signup.Registrations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** NodeInfo 2.0 and 2.1 (nodeinfo.diaspora.software): which software this is, and how much it is used. */
@RestController
@OpenToAll
class NodeInfoController {

    private static final String SCHEMAS = "http://nodeinfo.diaspora.software/ns/schema/";
    private static final String SOFTWARE = "microblog";

    private final InstanceProperties properties;
    private final InstanceStatistics statistics;
    private final Registrations registrations;
    private final BaseUrl base;

    NodeInfoController(
            InstanceProperties properties, InstanceStatistics statistics, Registrations registrations, BaseUrl base) {
        this.properties = properties;
        this.statistics = statistics;
        this.registrations = registrations;
        this.base = base;
    }

    record SchemaLink(String rel, String href) {}

    record Links(List<SchemaLink> links) {}

    record NodeInfo(
            String version,
            Map<String, String> software,
            List<String> protocols,
            Map<String, List<String>> services,
            @JsonProperty("openRegistrations") boolean openRegistrations,
            Usage usage,
            Metadata metadata) {}

    record Usage(Users users, @JsonProperty("localPosts") long localPosts) {}

    record Users(
            long total,
            @JsonProperty("activeMonth") long activeMonth,
            @JsonProperty("activeHalfyear") long activeHalfyear) {}

    /**
     * What detectors of software read beside its name.
     *
     * @param upstream whose client API is spoken here: clients that do not know the software take it for that
     */
    record Metadata(
            @JsonProperty("nodeName") String nodeName,
            @JsonProperty("nodeDescription") String nodeDescription,
            List<String> langs,
            Map<String, String> upstream) {}

    @GetMapping("/.well-known/nodeinfo")
    Links links() {
        return new Links(Stream.of("2.0", "2.1")
                .map(version -> new SchemaLink(SCHEMAS + version, base.resolve("/nodeinfo/" + version)))
                .toList());
    }

    @GetMapping("/nodeinfo/2.0")
    NodeInfo nodeInfo() {
        return describe("2.0", Map.of("name", SOFTWARE, "version", Software.VERSION));
    }

    @GetMapping("/nodeinfo/2.1")
    NodeInfo nodeInfoWithRepository() {
        return describe(
                "2.1", Map.of("name", SOFTWARE, "version", Software.VERSION, "repository", InstanceService.SOURCE));
    }

    private NodeInfo describe(String schema, Map<String, String> software) {
        Figures figures = statistics.now();
        return new NodeInfo(
                schema,
                software,
                List.of(),
                Map.of("inbound", List.of(), "outbound", List.of()),
                registrations.areOpen(),
                new Usage(
                        new Users(figures.users(), figures.activeMonth(), figures.activeHalfYear()),
                        figures.statuses()),
                new Metadata(
                        properties.title(),
                        properties.description(),
                        properties.languages(),
                        Map.of("name", "mastodon")));
    }
}
