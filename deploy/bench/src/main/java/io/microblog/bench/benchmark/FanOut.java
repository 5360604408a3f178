package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Ids;
import io.microblog.bench.data.People;
import io.microblog.bench.load.Figures;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.number;

/** How fast posts get into homes, against inserting the same rows. */
public final class FanOut implements Benchmark {

    private static final double SHARE = 0.8;

    /** As many threads as post-service fans out on. */
    private static final int THREADS = 3;

    private static final int POSTS = 300;
    private static final int BATCH = 1000;

    /** Followers of the authors: enough for the rows to count, not so many that they are merged when read. */
    private static final int FEWEST = 200;

    private static final int MOST = 1500;

    /** Each by its key: the homes have no index by post. */
    private static final String ROWS = """
            SELECT r.from_id, p.id, p.author FROM unnest(?::bigint[], ?::bigint[]) AS p (id, author)
            JOIN relationship r ON r.to_id = p.author AND r.following
            CROSS JOIN LATERAL (
                SELECT FROM home_timeline h WHERE h.owner_id = r.from_id AND h.post_id = p.id OFFSET 0) delivered
            ORDER BY p.id, r.from_id
            """;

    private static final String DELETE = "DELETE FROM home_timeline WHERE owner_id = ? AND post_id = ?";

    private static final String INSERT =
            "INSERT INTO home_timeline (owner_id, post_id, author_id) SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[])";

    private record Row(long owner, long post, long author) {}

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String description() {
        return "P3: rows fanned out into homes, against batched inserts of the same rows";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        People people = bed.people();
        int[] authors = IntStream.range(0, people.count())
                .filter(person -> people.followers(person) >= FEWEST && people.followers(person) <= MOST)
                .limit(POSTS)
                .toArray();
        PostTransaction transaction = PostTransaction.observed(bed.platform(), 0);
        List<Double> fannedOut = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        int rows = 0;
        try (Connection connection = bed.platform().connect("post_service");
                Backlog backlog = new Backlog(bed.platform())) {
            for (int round = 0; round <= bed.rounds(); round++) {
                backlog.awaitNone();
                List<Long> posts = new ArrayList<>();
                double seconds = fanOut(connection, transaction, authors, posts);
                List<Row> found = rows(connection, posts, authors);
                delete(connection, found);
                double limit = insert(bed.platform(), found);
                delete(connection, found);
                if (round > 0) {
                    fannedOut.add(found.size() / seconds);
                    inserted.add(found.size() / limit);
                    rows = found.size();
                }
            }
        }
        write(report, rows, authors.length, median(fannedOut), median(inserted));
    }

    private static double median(List<Double> values) {
        return Figures.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void write(Report report, int rows, int posts, double fannedOut, double inserted) {
        double ratio = fannedOut / inserted;
        report.heading("P3 Fan-out");
        report.paragraph(
                ("%,d rows of %d posts by authors with %d to %,d followers, from the commit of the posts until the last"
                                + " row is there, so with the events' way through Kafka; against inserts of the same rows, %d at a"
                                + " time, on %d connections.")
                        .formatted(rows, posts, FEWEST, MOST, BATCH, THREADS));
        report.table(new Table("", "fan-out", "inserts alone", "ratio", "target", "")
                .row(
                        "rows/s",
                        number(fannedOut),
                        number(inserted),
                        number(ratio),
                        "at least 0.80",
                        Verdict.atLeast(ratio, SHARE)));
    }

    /** Writes all posts in one transaction and waits until all are delivered. */
    private static double fanOut(Connection connection, PostTransaction transaction, int[] authors, List<Long> posts)
            throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        for (int author : authors) {
            posts.add(transaction.write(connection, Ids.person(author)));
        }
        connection.commit();
        connection.setAutoCommit(true);
        long start = System.nanoTime();
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM fan_out WHERE post_id = ANY (?::bigint[])")) {
            count.setArray(1, array(connection, posts));
            while (!isAll(count, posts.size())) {
                Thread.sleep(5);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isAll(PreparedStatement count, int wanted) throws SQLException {
        try (ResultSet found = count.executeQuery()) {
            return found.next() && found.getInt(1) == wanted;
        }
    }

    private static List<Row> rows(Connection connection, List<Long> posts, int[] authors) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setArray(1, array(connection, posts));
            select.setArray(
                    2,
                    array(
                            connection,
                            IntStream.of(authors).mapToObj(Ids::person).toList()));
            try (ResultSet found = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(new Row(found.getLong(1), found.getLong(2), found.getLong(3)));
                }
                return rows;
            }
        }
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (Row row : rows) {
                delete.setLong(1, row.owner());
                delete.setLong(2, row.post());
                delete.addBatch();
            }
            delete.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The rows in batches, shared among the threads; each batch is a transaction. */
    private static double insert(Platform platform, List<Row> rows) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            connections.add(platform.connect("post_service"));
        }
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            int share = (rows.size() + THREADS - 1) / THREADS;
            for (int thread = 0; thread < THREADS; thread++) {
                Connection connection = connections.get(thread);
                List<Row> own = rows.subList(thread * share, Math.min(rows.size(), (thread + 1) * share));
                running.add(threads.submit(() -> insert(connection, own)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Connection connection : connections) {
            connection.close();
        }
        return seconds;
    }

    private static int insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                List<Row> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
                insert.setArray(
                        1, array(connection, batch.stream().map(Row::owner).toList()));
                insert.setArray(
                        2, array(connection, batch.stream().map(Row::post).toList()));
                insert.setArray(
                        3, array(connection, batch.stream().map(Row::author).toList()));
                insert.executeUpdate();
            }
        }
        return rows.size();
    }

    private static java.sql.Array array(Connection connection, List<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
