package io.microblog.bench.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.microblog.bench.Platform;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.sql.Statement;
import io.microblog.bench.sql.StatementLog;

/** People who read: calls in their names, and what the calls make a service ask its database. */
final class Readers {

    static final String HOME = "/api/v1/timelines/home?limit=20";

    /** Enough that no single person's rows decide, few enough that their tokens are exchanged in a moment. */
    static final int PEOPLE = 100;

    private Readers() {}

    /** To the gateway, with the access token of each. */
    static List<HttpCall> throughGateway(String path) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> HttpCall.get(path, SignedIn.token(person)))
                .toList();
    }

    /** To a service itself, with the internal token of each; good for five minutes. */
    static List<HttpCall> directly(Platform platform, String path) throws Exception {
        return directly(platform, _ -> path);
    }

    /** The same with a path for each person. */
    static List<HttpCall> directly(Platform platform, IntFunction<String> path) throws Exception {
        List<HttpCall> calls = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            calls.add(HttpCall.get(path.apply(person), Access.internalToken(platform, person)));
        }
        return calls;
    }

    /** What post-service asks its database for each of the calls. */
    static List<List<Statement>> statements(Platform platform, URI service, List<HttpCall> calls) throws Exception {
        List<List<Statement>> found = new ArrayList<>();
        try (StatementLog log = new StatementLog(platform, "post-service");
                HttpConnection connection = new HttpConnection(service)) {
            for (HttpCall call : calls) {
                found.add(log.during(() -> connection.expect(200, call)));
            }
        }
        return found;
    }
}
