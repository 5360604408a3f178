package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.microblog.bench.Platform;
import io.microblog.bench.load.Operation;
import io.microblog.bench.sql.Replay;
import io.microblog.bench.sql.Statement;

/** Asks a service's database what the service asks it for each of some requests, in turns. */
record Reads(Platform platform, String service, List<List<Statement>> requests) implements Operation.Factory {

    @Override
    public Operation open(int thread) throws Exception {
        Connection connection = platform.connect(service);
        return new Operation() {
            private int next = thread * 7;

            @Override
            public void run() throws Exception {
                Replay.all(connection, requests.get(next++ % requests.size()));
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
