package io.microblog.bench.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Habits;
import io.microblog.bench.data.Ids;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.bench.sql.Explain;
import io.microblog.bench.sql.Statement;
import io.microblog.bench.sql.StatementLog;
import tools.jackson.databind.JsonNode;

import static io.microblog.bench.benchmark.Verdict.millis;

/** How the database executes what the hot requests ask of it. */
public final class Plans implements Benchmark {

    /** Somebody whose access token is known. */
    private static final int READER = 3;

    /** Time for what a request sets off: the event's way through Kafka and its effects. */
    private static final long EFFECTS_MILLIS = 1_500;

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public String description() {
        return "EXPLAIN of every hot query; finds sequential scans of growing tables and sorts above a page";
    }

    private record Planned(String request, Statement statement, Explain.Plan plan) {}

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        List<Planned> plans = new ArrayList<>();
        try (Habits habits = new Habits(platform.connect("post_service"))) {
            habits.keepLists(READER + 1);
            habits.keepFilters(READER + 1);
            habits.makeTrends();
            habits.keepInsights();
            plans.addAll(plans(platform, "post-service", platform.postService(), posts(platform)));
        }
        plans.addAll(plans(platform, "user-service", platform.userService(), users(platform)));

        report.heading("Query plans");
        Table table = new Table("request", "query", "time", "found");
        plans.forEach(planned -> table.row(
                planned.request(),
                "`" + beginning(planned.statement().sql()) + "`",
                millis(planned.plan().millis()),
                String.join(", ", planned.plan().findings())));
        report.table(table);
        plans.forEach(planned -> {
            report.paragraph("**" + planned.request() + "**");
            report.listing(planned.statement().sql() + "\n\n" + planned.plan().text());
        });
    }

    private static String beginning(String sql) {
        String line = sql.replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() > 70 ? line.substring(0, 70) + "…" : line;
    }

    private static List<Planned> plans(Platform platform, String service, URI address, Map<String, HttpCall> requests)
            throws Exception {
        Map<String, List<Statement>> asked = new LinkedHashMap<>();
        try (StatementLog log = new StatementLog(platform, service);
                HttpConnection connection = new HttpConnection(address)) {
            for (Map.Entry<String, HttpCall> request : requests.entrySet()) {
                asked.put(request.getKey(), log.during(() -> {
                    connection.expect(200, request.getValue());
                    if (request.getValue().toString().startsWith("POST")) {
                        Thread.sleep(EFFECTS_MILLIS);
                    }
                }));
            }
        }
        List<Planned> plans = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Connection connection = platform.connect(service.replace('-', '_'))) {
            Explain explain = new Explain(connection);
            for (Map.Entry<String, List<Statement>> request : asked.entrySet()) {
                for (Statement statement : request.getValue()) {
                    if (isPlanned(statement) && seen.add(statement.sql())) {
                        plans.add(new Planned(request.getKey(), statement, explain.plan(statement)));
                    }
                }
            }
        }
        return plans;
    }

    private static boolean isPlanned(Statement statement) {
        return statement.is("SELECT")
                || statement.is("INSERT")
                || statement.is("UPDATE")
                || statement.is("DELETE")
                || statement.is("WITH")
                || statement.is("(");
    }

    private static Map<String, HttpCall> posts(Platform platform) throws Exception {
        String token = Access.internalToken(platform, READER);
        String author;
        String post;
        try (HttpConnection connection = new HttpConnection(platform.postService())) {
            JsonNode first = connection
                    .send(HttpCall.get("/api/v1/timelines/public", token))
                    .json()
                    .get(0);
            author = first.at("/account/id").asString();
            post = first.path("id").asString();
        }
        Map<String, HttpCall> calls = new LinkedHashMap<>();
        calls.put("home", HttpCall.get(Readers.HOME, token));
        calls.put("home upwards", HttpCall.get(Readers.HOME + "&min_id=1", token));
        calls.put("list", HttpCall.get("/api/v1/timelines/list/" + Habits.list(READER), token));
        calls.put("trending statuses", HttpCall.get("/api/v1/trends/statuses", token));
        calls.put("trending hashtags", HttpCall.get("/api/v1/trends/tags", token));
        calls.put("insights", HttpCall.get("/api/v1/insights/profile?from=2025-08-01&to=2026-04-30", token));
        calls.put("best posts", HttpCall.get("/api/v1/insights/posts?from=2025-08-01&to=2026-04-30", token));
        calls.put("public timeline", HttpCall.get("/api/v1/timelines/public", token));
        calls.put("hashtag", HttpCall.get("/api/v1/timelines/tag/photo", token));
        calls.put("somebody's posts", HttpCall.get("/api/v1/accounts/" + author + "/statuses", token));
        calls.put("post", HttpCall.get("/api/v1/statuses/" + post, token));
        calls.put("thread", HttpCall.get("/api/v1/statuses/" + post + "/context", token));
        calls.put("favoured by", HttpCall.get("/api/v1/statuses/" + post + "/favourited_by", token));
        calls.put("favourites", HttpCall.get("/api/v1/favourites", token));
        calls.put("bookmarks", HttpCall.get("/api/v1/bookmarks", token));
        calls.put("favouring", HttpCall.postJson("/api/v1/statuses/" + post + "/favourite", token, "{}"));
        calls.put("boosting", HttpCall.postJson("/api/v1/statuses/" + post + "/reblog", token, "{}"));
        calls.put("posting", HttpCall.postJson("/api/v1/statuses", token, "{\"status\":\"Read the plan #photo\"}"));
        return calls;
    }

    private static Map<String, HttpCall> users(Platform platform) throws Exception {
        String token = Access.internalToken(platform, READER);
        String reader = Long.toString(Ids.person(READER));
        String other = Long.toString(Ids.person(READER + 1));
        Map<String, HttpCall> calls = new LinkedHashMap<>();
        calls.put("token exchange", Access.exchange(platform, READER));
        calls.put("account", HttpCall.get("/api/v1/accounts/" + other, token));
        calls.put("followers", HttpCall.get("/api/v1/accounts/" + reader + "/followers", token));
        calls.put("following", HttpCall.get("/api/v1/accounts/" + reader + "/following", token));
        calls.put("relationships", HttpCall.get("/api/v1/accounts/relationships?id[]=" + other, token));
        calls.put("familiar followers", HttpCall.get("/api/v1/accounts/familiar_followers?id[]=" + other, token));
        calls.put("suggestions", HttpCall.get("/api/v2/suggestions", token));
        calls.put("following somebody", HttpCall.postJson("/api/v1/accounts/" + other + "/follow", token, "{}"));
        return calls;
    }
}
