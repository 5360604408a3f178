package io.microblog.bench.benchmark;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.Operation;

/** As {@link Calls}, made anew for each run: internal tokens hold for five minutes, and several runs take longer. */
final class CallsAnew implements Operation.Factory {

    private final URI server;
    private final Callable<List<HttpCall>> calls;
    private volatile Calls made;

    CallsAnew(URI server, Callable<List<HttpCall>> calls) {
        this.server = server;
        this.calls = calls;
        this.made = new Calls(server, List.of());
    }

    @Override
    public void prepare() throws Exception {
        made = new Calls(server, calls.call());
    }

    @Override
    public Operation open(int thread) throws Exception {
        return made.open(thread);
    }
}
