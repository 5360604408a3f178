package io.microblog.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM flags and the main class of the Elasticsearch server: those that its own launcher (its class {@code SystemJvmOptions}) would
 * pass, without what is there for plugins of others, and with a small heap and a compiler that favours a quick start.
 */
final class ElasticsearchFlags {

    private static final List<String> SMALL = List.of(
            "-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> SYSTEM = List.of(
            "-Xss1m",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djna.nosys=true",
            "-XX:-OmitStackTraceInFastThrow",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Dio.netty.recycler.maxCapacityPerThread=0",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.lucene99=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.hnsw=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.internal.vectorization=org.elasticsearch.server",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Dlog4j2.formatMsgNoLookups=true",
            "-Djava.locale.providers=CLDR",
            "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
            "-Des.distribution.type=zip",
            "-Des.java.type=ES_JAVA_HOME",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
            "--enable-native-access=ALL-UNNAMED",
            "--illegal-native-access=deny",
            "--add-modules=jdk.incubator.vector",
            "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
            "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-modules=jdk.net",
            "--add-modules=ALL-MODULE-PATH");

    private ElasticsearchFlags() {}

    /** @param archive of its classes, where the user may write whom it runs as */
    static List<String> of(Path program, Path data, Path archive) {
        Path server = program.resolve("server");
        List<String> flags = new ArrayList<>(SMALL);
        flags.addAll(ClassArchive.flags(archive));
        flags.addAll(SYSTEM);
        flags.addAll(List.of(
                "-Des.path.home=" + server,
                "-Djava.io.tmpdir=" + data.resolve("tmp"),
                "-XX:ErrorFile=" + data.resolve("logs") + "/hs_err_pid%p.log",
                "--module-path=" + server.resolve("lib"),
                "-cp",
                program.resolve("elasticsearch-main.jar").toString(),
                "io.microblog.local.elasticsearch.start.ElasticsearchMain"));
        return flags;
    }
}
