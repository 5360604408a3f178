package io.microblog.local.elasticsearch.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.elasticsearch.bootstrap.ServerArgs;
import org.elasticsearch.common.io.stream.BytesStreamOutput;
import org.elasticsearch.common.settings.KeyStoreWrapper;
import org.elasticsearch.common.settings.Settings;

/**
 * Starts the Elasticsearch server in this process, without its own launcher, which would keep a second process running.
 *
 * <p>The server reads its settings from standard input in a binary form, and takes the end of that input for its launcher's death. Here
 * the input is made in memory and never ends, so the process depends on nobody and stops by the ordinary signal.
 */
public final class ElasticsearchMain {

    private static final String SERVER = "org.elasticsearch.bootstrap.Elasticsearch";

    private ElasticsearchMain() {}

    /** Arguments: the folders of the distribution, the configuration and the logs, then settings as {@code key=value}. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        BytesStreamOutput serialized = new BytesStreamOutput();
        serverArguments(args).writeTo(serialized);
        System.setIn(new SequenceInputStream(serialized.bytes().streamInput(), new EndlessInput()));
        Method main = Class.forName(SERVER).getMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) new String[0]);
    }

    private static ServerArgs serverArguments(String[] args) {
        Settings.Builder settings = Settings.builder().put("path.home", args[0]);
        for (int i = 3; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        return new ServerArgs(
                false, false, null, KeyStoreWrapper.create(), settings.build(), Path.of(args[1]), Path.of(args[2]));
    }

    /** An input with no bytes and no end. */
    private static final class EndlessInput extends InputStream {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                never.await();
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }
}
