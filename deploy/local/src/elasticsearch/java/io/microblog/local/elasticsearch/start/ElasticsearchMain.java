package io.microblog.local.elasticsearch.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.elasticsearch.cluster.ClusterName;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one node of Elasticsearch in this process until the ordinary signal. The server's own main class takes its settings
 * from a launcher, which would stay beside it, and rewrites classes of Java so that plugins do nothing but what they declare:
 * no archive of classes can be used then, which is half of a start. The one plugin here is the project's own.
 */
public final class ElasticsearchMain {

    private static final long PATIENCE_SECONDS = 10;

    private ElasticsearchMain() {}

    /** Arguments: the folders of the distribution, the configuration and the logs, then settings as {@code key=value}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Environment environment = new Environment(settings(args), Path.of(args[1]));
        log(environment);
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Node node = new Node(environment, plugins(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "elasticsearch-shutdown"));
            node.start();
        } catch (NodeValidationException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        // The threads of a node keep no process alive.
        stopped.await();
    }

    private static Settings settings(String[] args) {
        Settings.Builder settings = Settings.builder().put("path.home", args[0]).put("path.logs", args[2]);
        for (int i = 3; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        return settings.build();
    }

    private static void log(Environment environment) throws IOException {
        Settings settings = environment.settings();
        LogConfigurator.registerErrorListener();
        LogConfigurator.setClusterName(
                ClusterName.CLUSTER_NAME_SETTING.get(settings).value());
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(settings));
        LogConfigurator.configure(environment, true);
    }

    private static PluginsLoader plugins(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
    }

    private static void stop(Node node, CountDownLatch stopped) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
