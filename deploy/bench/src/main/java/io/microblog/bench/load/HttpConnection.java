package io.microblog.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads whole answers. It shares the processors with what
 * it measures, so it does as little as possible: a general client takes several times as long for a request.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    private int position;
    private int limit;
    private boolean last;

    public HttpConnection(URI server) throws IOException {
        this.server = server;
        socket = open(server);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private static Socket open(URI server) throws IOException {
        Socket opened = new Socket(server.getHost(), server.getPort());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(TIMEOUT_MILLIS);
        return opened;
    }

    /** As every client does where the server wants no more on a connection; the next request pays for it. */
    private void reopen() throws IOException {
        socket.close();
        socket = open(server);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a request and reads its answer. */
    public HttpAnswer send(HttpCall call) throws IOException {
        if (last) {
            reopen();
        }
        out.write(call.bytes());
        String head = head();
        body.reset();
        String lower = head.toLowerCase(Locale.ROOT);
        last = header(lower, "connection").equals("close");
        int status = Integer.parseInt(head.substring(9, 12));
        String length = header(lower, "content-length");
        if (lower.contains("\ntransfer-encoding: chunked")) {
            readChunks();
        } else if (!length.isEmpty()) {
            readBody(Integer.parseInt(length));
        }
        return new HttpAnswer(status, head, body.toString(StandardCharsets.UTF_8));
    }

    /** The status of an answer that may have no end. Nothing else can be sent afterwards. */
    public int status(HttpCall call) throws IOException {
        out.write(call.bytes());
        return Integer.parseInt(head().substring(9, 12));
    }

    /** As {@link #send}, where any other status than that is a failure and the answer does not matter. */
    public void expect(int status, HttpCall call) throws IOException {
        HttpAnswer answer = send(call);
        if (answer.status() != status) {
            throw new IOException(call + " was answered " + answer.status() + ": " + answer.body());
        }
    }

    static String header(String head, String name) {
        int start = head.indexOf("\n" + name + ":");
        return start < 0
                ? ""
                : head.substring(start + name.length() + 2, head.indexOf('\r', start))
                        .strip();
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int matched = 0;
        while (matched < 4) {
            int next = read();
            head.write(next);
            matched = next == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void readChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            readBody(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void readBody(int length) throws IOException {
        for (int left = length; left > 0; ) {
            if (position == limit) {
                fill();
            }
            int taken = Math.min(left, limit - position);
            body.write(buffer, position, taken);
            position += taken;
            left -= taken;
        }
    }

    private int read() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++];
    }

    private void fill() throws IOException {
        limit = in.read(buffer);
        position = 0;
        if (limit < 0) {
            limit = 0;
            throw new EOFException("The server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
