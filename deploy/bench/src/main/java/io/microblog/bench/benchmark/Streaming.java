package io.microblog.bench.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.microblog.bench.Platform;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.StreamSocket;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/**
 * How long a post takes from its acknowledgement to those who listen through the gateway, against its way into homes; what
 * a socket takes of memory; whether each has got what its owner finds at home; and what one post costs by how many listen.
 */
public final class Streaming implements Benchmark {

    private static final double MEDIAN = 1.5;
    private static final double KIB_A_SOCKET = 40;

    private static final int POSTS_A_SECOND = 50;
    private static final int WRITERS = 16;
    private static final int[] SUBSCRIBERS = {1, 10, 100};
    private static final int POSTS_EACH = 60;

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** Threads that read what comes: as few as keep up, since each takes a processor from what is measured. */
    private static final int HEARING = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "streaming";
    }

    @Override
    public String description() {
        return "P14: from acknowledged to delivered on open sockets, against P4's way into a home; memory a socket";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        awaitStreams(bed.platform());
        bed.progress().accept("Measuring: the way into a home (P4)");
        Histogram visible = Visibility.visible(bed);
        report.heading("P14 Acknowledged → delivered");
        ExecutorService hearing = Executors.newFixedThreadPool(HEARING);
        HttpClient http = HttpClient.newBuilder()
                .executor(hearing)
                .connectTimeout(PATIENCE)
                .build();
        try (Backlog backlog = new Backlog(bed.platform())) {
            warmUp(bed, http);
            backlog.awaitNone();
            measureMany(bed, http, report, visible, backlog);
            measureFew(bed, http, report);
        } finally {
            // What is still open after a failure would be waited for otherwise.
            http.shutdownNow();
            hearing.shutdownNow();
        }
    }

    private static void awaitStreams(Platform platform) throws Exception {
        HttpCall question = HttpCall.get("/api/v1/streaming/user/notification", SignedIn.token(0));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (statusOf(platform, question) != 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("There are no streams after " + PATIENCE);
            }
            Thread.sleep(500);
        }
    }

    /** The answer has no end, so its head alone is read. */
    private static int statusOf(Platform platform, HttpCall call) throws Exception {
        try (HttpConnection connection = new HttpConnection(platform.gateway())) {
            return connection.status(call);
        }
    }

    /** A tenth of all sockets and a slice of the load, unmeasured. */
    private static void warmUp(Bed bed, HttpClient http) throws Exception {
        bed.progress().accept("Warming up");
        List<StreamSocket> some = open(bed, http, Math.max(SignedIn.PEOPLE, bed.sockets() / 10));
        new Writing(bed.platform()).during(bed.warmUp());
        Thread.sleep(SETTLING);
        some.forEach(StreamSocket::close);
        Thread.sleep(SETTLING);
    }

    private static void measureMany(Bed bed, HttpClient http, Report report, Histogram visible, Backlog backlog)
            throws Exception {
        List<ServiceProcess> services =
                List.of(ServiceProcess.of("gateway"), ServiceProcess.of("notification-service"));
        bed.progress().accept("Measuring: home pages without sockets");
        List<Figures> alone = GatewayShare.alone(bed);
        List<Memory> before = memory(services);
        bed.progress().accept("Opening %,d sockets".formatted(bed.sockets()));
        List<StreamSocket> sockets = open(bed, http, bed.sockets());
        Thread.sleep(SETTLING);
        List<Memory> after = memory(services);
        bed.progress().accept("Measuring: home pages beside them");
        List<Figures> beside = GatewayShare.alone(bed);
        bed.progress().accept("Measuring: " + POSTS_A_SECOND + " posts/s");
        Writing writing = new Writing(bed.platform());
        try {
            writing.during(bed.length().multipliedBy(bed.rounds()));
            backlog.awaitNone();
            awaitSilence(sockets);
            Ledger ledger = Ledger.of(bed.platform(), writing.acknowledged().keySet(), sockets);
            write(report, bed, writing, sockets, visible, ledger);
            write(report, bed, before, after);
            write(report, alone, beside);
        } finally {
            sockets.forEach(StreamSocket::close);
        }
    }

    private static void write(Report report, List<Figures> alone, List<Figures> beside) {
        report.paragraph(
                "Home pages while the sockets are open and nothing comes, one connection, without and beside them:");
        Table table = new Table("", "gateway", "directly", "difference");
        row(table, "p50 without", alone, Figures::p50);
        row(table, "p50 beside", beside, Figures::p50);
        row(table, "p99 without", alone, Figures::p99);
        row(table, "p99 beside", beside, Figures::p99);
        report.table(table);
    }

    private static void row(Table table, String name, List<Figures> sides, ToDoubleFunction<Figures> figure) {
        double through = figure.applyAsDouble(sides.get(0));
        double directly = figure.applyAsDouble(sides.get(1));
        table.row(name, millis(through), millis(directly), millis(through - directly));
    }

    /** Until nothing has come for a while: what comes late is late, not missing. */
    private static void awaitSilence(List<StreamSocket> sockets) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long heard = -1;
        for (long now = arrivals(sockets); now != heard && System.nanoTime() < end; now = arrivals(sockets)) {
            heard = now;
            Thread.sleep(SETTLING);
        }
    }

    private static long arrivals(List<StreamSocket> sockets) {
        return sockets.stream().mapToLong(socket -> socket.arrivals().size()).sum();
    }

    /** What one post costs all services together, and how long until the last has it. */
    private static void measureFew(Bed bed, HttpClient http, Report report) throws Exception {
        List<ServiceProcess> services = List.of(
                ServiceProcess.of("gateway"),
                ServiceProcess.of("notification-service"),
                ServiceProcess.of("post-service"));
        Table table = new Table("subscribers", "to the last p50", "to the last p99", "processor time a post");
        for (int count : SUBSCRIBERS) {
            bed.progress().accept("Measuring: one post at a time for " + count);
            String hashtag = "bench" + Long.toString(System.nanoTime(), 36);
            List<StreamSocket> sockets = IntStream.range(0, count)
                    .mapToObj(number -> StreamSocket.open(
                            http, bed.platform().gateway(), "stream=hashtag&tag=" + hashtag, tokenOf(number)))
                    .toList();
            Thread.sleep(SETTLING);
            Histogram toTheLast = new Histogram(3);
            try (HttpConnection gateway = new HttpConnection(bed.platform().gateway())) {
                Duration before = processorTime(services);
                for (int post = 0; post < POSTS_EACH; post++) {
                    toTheLast.recordValue(microsToTheLast(gateway, sockets, post(tokenOf(post), "#" + hashtag)));
                    Thread.sleep(PAUSE);
                }
                Duration used = processorTime(services).minus(before);
                table.row(
                        Integer.toString(count),
                        millis(toTheLast.getValueAtPercentile(50) / 1000.0),
                        millis(toTheLast.getValueAtPercentile(99) / 1000.0),
                        millis(used.toNanos() / 1e6 / POSTS_EACH));
            } finally {
                sockets.forEach(StreamSocket::close);
            }
        }
        report.paragraph("One post at a time, by a hashtag to which so many listen; processor time of gateway,"
                + " post-service and notification-service together, with all else that a post sets off there.");
        report.table(table);
    }

    private static long microsToTheLast(HttpConnection gateway, List<StreamSocket> sockets, HttpCall call)
            throws Exception {
        long id = idOf(gateway, call);
        long acknowledged = System.nanoTime();
        long last = acknowledged;
        for (StreamSocket socket : sockets) {
            while (!socket.arrivals().containsKey(id)) {
                if (System.nanoTime() - acknowledged > PATIENCE.toNanos()) {
                    throw new IllegalStateException("Post " + id + " did not come: " + socket.ended());
                }
                Thread.sleep(Duration.ofNanos(200_000));
            }
            last = Math.max(last, socket.arrivals().getOrDefault(id, last));
        }
        return (last - acknowledged) / 1000;
    }

    private static List<StreamSocket> open(Bed bed, HttpClient http, int count) throws Exception {
        URI gateway = bed.platform().gateway();
        List<Future<StreamSocket>> opening = new ArrayList<>();
        List<StreamSocket> sockets = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            for (int number = 0; number < count; number++) {
                String token = tokenOf(number);
                opening.add(pool.submit(() -> StreamSocket.open(http, gateway, "stream=user", token)));
            }
            for (Future<StreamSocket> one : opening) {
                sockets.add(one.get());
            }
        }
        return sockets;
    }

    /** Whose the number-th of something is. */
    private static int personOf(int number) {
        return number % SignedIn.PEOPLE;
    }

    private static String tokenOf(int number) {
        return SignedIn.token(personOf(number));
    }

    private static HttpCall post(String token, String words) {
        return HttpCall.postJson(
                "/api/v1/statuses",
                token,
                "{\"status\":\"Measured while somebody listens. %s\",\"language\":\"en\"}".formatted(words));
    }

    private static long idOf(HttpConnection gateway, HttpCall call) throws Exception {
        JsonNode answer = gateway.send(call).json();
        long id = answer.path("id").asLong(0);
        if (id == 0) {
            throw new IllegalStateException("A post was refused: " + answer);
        }
        return id;
    }

    /** Posts at a rate of its own, whether the last were answered or not, until as many wait as there are connections. */
    private static final class Writing {

        private final Platform platform;
        private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
        private Duration took = Duration.ZERO;

        Writing(Platform platform) {
            this.platform = platform;
        }

        /** When each post was acknowledged. */
        Map<Long, Long> acknowledged() {
            return acknowledged;
        }

        void during(Duration length) throws Exception {
            long begin = System.nanoTime();
            long posts = length.toMillis() * POSTS_A_SECOND / 1000;
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> writers = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.add(pool.submit(() -> write(begin, posts, next)));
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
            }
            took = Duration.ofNanos(System.nanoTime() - begin);
        }

        /** Posts a second: fewer than wanted when the platform did not keep up. */
        double rate() {
            return acknowledged.size() * 1e9 / took.toNanos();
        }

        private Void write(long begin, long posts, AtomicInteger next) throws Exception {
            try (HttpConnection gateway = new HttpConnection(platform.gateway())) {
                for (int number = next.getAndIncrement(); number < posts; number = next.getAndIncrement()) {
                    long due = begin + number * 1_000_000_000L / POSTS_A_SECOND;
                    Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                    long id = idOf(gateway, post(tokenOf(number), ""));
                    acknowledged.put(id, System.nanoTime());
                }
                return null;
            }
        }
    }

    /**
     * Each socket's posts beside those that its owner finds at home.
     *
     * @param expected deliveries, by home
     * @param missing those that a socket has not got
     * @param needless those that came by a socket and are not at home
     */
    private record Ledger(long expected, long missing, long needless) {

        static Ledger of(Platform platform, Set<Long> posts, List<StreamSocket> sockets) throws Exception {
            long expected = 0;
            long missing = 0;
            long needless = 0;
            long first = posts.stream().min(Long::compare).orElse(0L);
            try (HttpConnection gateway = new HttpConnection(platform.gateway())) {
                for (int person = 0; person < Math.min(SignedIn.PEOPLE, sockets.size()); person++) {
                    Set<Long> home = home(gateway, SignedIn.token(person), first - 1);
                    home.retainAll(posts);
                    for (int number = person; number < sockets.size(); number += SignedIn.PEOPLE) {
                        Set<Long> came =
                                new HashSet<>(sockets.get(number).arrivals().keySet());
                        came.retainAll(posts);
                        expected += home.size();
                        missing +=
                                home.stream().filter(id -> !came.contains(id)).count();
                        needless +=
                                came.stream().filter(id -> !home.contains(id)).count();
                    }
                }
            }
            return new Ledger(expected, missing, needless);
        }

        private static Set<Long> home(HttpConnection gateway, String token, long since) throws Exception {
            Set<Long> found = new HashSet<>();
            long newest = since;
            while (true) {
                JsonNode page = gateway.send(HttpCall.get("/api/v1/timelines/home?limit=40&min_id=" + newest, token))
                        .json();
                if (!page.isArray()) {
                    throw new IllegalStateException("A home was refused: " + page);
                }
                if (page.isEmpty()) {
                    return found;
                }
                for (JsonNode status : page) {
                    long id = status.path("id").asLong();
                    found.add(id);
                    newest = Math.max(newest, id);
                }
            }
        }
    }

    /**
     * What a service takes, in KiB.
     *
     * @param live on its heap
     * @param resident of the machine
     */
    private record Memory(long live, long resident) {}

    private static List<Memory> memory(List<ServiceProcess> services) throws Exception {
        List<Memory> found = new ArrayList<>();
        for (ServiceProcess service : services) {
            long live = service.liveKib();
            found.add(new Memory(live, service.residentKib()));
        }
        return found;
    }

    private static Duration processorTime(List<ServiceProcess> services) {
        return services.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private static void write(
            Report report, Bed bed, Writing writing, List<StreamSocket> sockets, Histogram visible, Ledger ledger) {
        Histogram delivered = new Histogram(3);
        for (StreamSocket socket : sockets) {
            socket.arrivals().forEach((id, arrival) -> {
                Long acknowledged = writing.acknowledged().get(id);
                if (acknowledged != null) {
                    delivered.recordValue(Math.max(0, arrival - acknowledged) / 1000);
                }
            });
        }
        double[] ours = {delivered.getValueAtPercentile(50) / 1000.0, delivered.getValueAtPercentile(99) / 1000.0};
        double[] home = {visible.getValueAtPercentile(50) / 1000.0, visible.getValueAtPercentile(99) / 1000.0};
        report.paragraph(
                ("%,d posts, %s of %d a second, through the gateway; %,d sockets of %d people for their homes, of"
                                + " whom each delivery counts. Beside it P4: posts one at a time, until in a follower's"
                                + " home.")
                        .formatted(
                                writing.acknowledged().size(),
                                number(writing.rate()),
                                POSTS_A_SECOND,
                                sockets.size(),
                                Math.min(sockets.size(), SignedIn.PEOPLE)));
        report.table(new Table("", "delivered", "visible (P4)", "ratio", "target", "")
                .row(
                        "p50",
                        millis(ours[0]),
                        millis(home[0]),
                        number(ours[0] / home[0]),
                        "at most 1.5",
                        Verdict.atMost(ours[0] / home[0], MEDIAN))
                .row("p99", millis(ours[1]), millis(home[1]), number(ours[1] / home[1]), "", ""));
        long ended = sockets.stream().filter(socket -> socket.ended() != null).count();
        report.table(new Table("deliveries by home", "missing", "needless", "sockets ended", "target", "")
                .row(
                        "%,d".formatted(ledger.expected()),
                        "%,d".formatted(ledger.missing()),
                        "%,d".formatted(ledger.needless()),
                        "%,d".formatted(ended),
                        "none missing or needless",
                        ledger.missing() + ledger.needless() + ended == 0 && ledger.expected() > 0 ? "met" : "missed"));
        sockets.stream()
                .filter(socket -> socket.ended() != null)
                .map(socket -> String.valueOf(socket.ended()))
                .distinct()
                .limit(5)
                .forEach(reason -> bed.progress().accept("A socket was ended: " + reason));
    }

    private static void write(Report report, Bed bed, List<Memory> before, List<Memory> after) {
        double sockets = bed.sockets();
        double[] live = new double[2];
        double[] resident = new double[2];
        for (int service = 0; service < 2; service++) {
            live[service] = (after.get(service).live() - before.get(service).live()) / sockets;
            resident[service] =
                    (after.get(service).resident() - before.get(service).resident()) / sockets;
        }
        report.paragraph("What a socket takes while nothing happens, in KiB: alive on the heap, and of the machine.");
        report.table(new Table("", "gateway", "notification-service", "together", "target", "")
                .row("heap", number(live[0]), number(live[1]), number(live[0] + live[1]), "", "")
                .row(
                        "resident",
                        number(resident[0]),
                        number(resident[1]),
                        number(resident[0] + resident[1]),
                        "at most 40",
                        Verdict.atMost(resident[0] + resident[1], KIB_A_SOCKET)));
    }
}
