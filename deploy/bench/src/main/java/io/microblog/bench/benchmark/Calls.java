package io.microblog.bench.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;

/** Sends the same calls in turns, each thread from another place in their list. */
record Calls(URI server, List<HttpCall> calls) implements Operation.Factory {

    @Override
    public Operation open(int thread) throws Exception {
        HttpConnection connection = new HttpConnection(server);
        return new Operation() {
            private int next = thread * 7;

            @Override
            public void run() throws Exception {
                connection.expect(200, calls.get(next++ % calls.size()));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
