package io.microblog.bench.benchmark;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.microblog.bench.Platform;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.bench.sql.Replay;
import io.microblog.bench.sql.Statement;
import io.microblog.bench.sql.StatementLog;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** What the gateway asks user-service once a minute for everybody who is active. */
public final class TokenExchange implements Benchmark {

    private static final int PEOPLE = 100;
    private static final int SIGNED_BYTES = 500;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String description() {
        return "token exchanges, against the same reads by JDBC and one RSA signature";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        List<HttpCall> calls = IntStream.range(0, PEOPLE)
                .mapToObj(person -> Access.exchange(platform, person))
                .toList();
        List<List<Statement>> reads = new ArrayList<>();
        try (StatementLog log = new StatementLog(platform, "user-service");
                HttpConnection connection = new HttpConnection(platform.userService())) {
            for (HttpCall call : calls) {
                reads.add(log.during(() -> connection.expect(200, call)));
            }
        }
        List<Figures> found = ClosedLoop.compare(
                bed.connections(),
                bed.rounds(),
                bed.length(),
                bed.warmUp(),
                List.of(new Calls(platform.userService(), calls), signedReads(platform, reads)));

        report.heading("Token exchange");
        report.paragraph(
                "%d connections to user-service; against its %d statements by JDBC and a signature with 2048 bits."
                        .formatted(bed.connections(), reads.getFirst().size()));
        report.table(new Table("", "exchange", "reads and signature alone", "ratio")
                .row(
                        "exchanges/s",
                        number(found.get(0).perSecond()),
                        number(found.get(1).perSecond()),
                        number(found.get(0).perSecond() / found.get(1).perSecond()))
                .row("p50", millis(found.get(0).p50()), millis(found.get(1).p50()), "")
                .row("p99", millis(found.get(0).p99()), millis(found.get(1).p99()), ""));
    }

    private static Operation.Factory signedReads(Platform platform, List<List<Statement>> reads) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        return thread -> {
            Connection connection = platform.connect("user_service");
            return new Operation() {
                private int next = thread * 7;

                @Override
                public void run() throws Exception {
                    Replay.all(connection, reads.get(next++ % reads.size()));
                    Signature signature = Signature.getInstance("SHA256withRSA");
                    signature.initSign(keys.getPrivate());
                    signature.update(new byte[SIGNED_BYTES]);
                    signature.sign();
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        };
    }
}
