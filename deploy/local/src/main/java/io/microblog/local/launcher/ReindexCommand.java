package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has search-service build its indices anew, and shows how far it is. */
@Command(
        name = "reindex",
        description = {
            "Builds search's indices anew from search-service's rows, while searches and writes go on.",
            "It goes on by itself when this command or the service is stopped."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "For a platform in containers: docker compose run --rm reindex"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The new indices serve.",
            "1:They do not, or search-service does not answer.",
            "2:The command line is wrong."
        })
final class ReindexCommand implements Callable<Integer> {

    private static final String SERVICE = "search-service";
    private static final String INDICES = "/internal/admin/indices";
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A service that is killed meanwhile starts again. */
    private static final int MOST_FAILURES = 240;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Credential credential = new Credential();

    @Option(
            names = "--search-service",
            paramLabel = "URL",
            description = "Another search-service than the local platform's (${DEFAULT-VALUE}).",
            defaultValue = "${env:SEARCH_SERVICE_URL:-http://127.0.0.1:" + Topology.SEARCH_SERVICE_PORT + "}")
    private String url = "";

    @Option(names = "--rollback", description = "Lets the indices serve again that were replaced last.")
    private boolean rollback;

    @Override
    public Integer call() throws InterruptedException {
        AdminApi server = new AdminApi(SERVICE, url, credential.of(AdminApi.key(SERVICE)));
        List<Watched> watched = new ArrayList<>();
        server.post(INDICES + (rollback ? "/roll-back" : "/reindex")).forEach(index -> watched.add(new Watched(index)));
        int failures = 0;
        while (watched.stream().anyMatch(Watched::isBusy)) {
            Thread.sleep(PAUSE);
            try {
                JsonNode now = server.get(INDICES);
                watched.forEach(one -> one.see(now));
                failures = 0;
            } catch (LauncherException e) {
                if (++failures == MOST_FAILURES) {
                    throw e;
                }
            }
        }
        watched.forEach(Watched::conclude);
        return watched.stream().allMatch(Watched::isReplaced) ? 0 : 1;
    }

    /** One index, as it was when the command began and is now. */
    private final class Watched {
        private final String kind;
        private final String served;
        private final long begun = System.nanoTime();
        private JsonNode now;
        private long shown;

        Watched(JsonNode index) {
            kind = index.path("kind").asString();
            served = index.path("live").asString("");
            now = index;
        }

        boolean isBusy() {
            return isSet("building") || isSet("ordered");
        }

        boolean isReplaced() {
            return !Objects.equals(served, now.path("live").asString(""));
        }

        void see(JsonNode indices) {
            indices.forEach(index -> {
                if (index.path("kind").asString().equals(kind)) {
                    now = index;
                }
            });
            long copied = now.path("copied").asLong();
            if (isSet("building") && copied != shown) {
                shown = copied;
                out().println("%s: %,d of %,d rows, %,.0f/s"
                        .formatted(kind, copied, now.path("rows").asLong(), copied / seconds()));
            }
        }

        void conclude() {
            out().println(
                            isReplaced()
                                    ? "%s: %s serves."
                                            .formatted(kind, now.path("live").asString(""))
                                    : "%s: %s still serves; the log of %s says why.".formatted(kind, served, SERVICE));
        }

        private boolean isSet(String field) {
            return !now.path(field).asString("").isEmpty();
        }

        private double seconds() {
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
