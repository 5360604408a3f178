package io.microblog.notification.mail.provider;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** An SMTP server that keeps what it is given and answers as told; an empty answer hangs up. */
final class SmtpStandIn implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "EHLO",
            "250 ok",
            "HELO",
            "250 ok",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 kept",
            "RSET",
            "250 ok",
            "QUIT",
            "221 bye"));
    private final List<String> data = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();

    SmtpStandIn() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::run);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on this command gets this answer. */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    List<String> data() {
        return data;
    }

    List<String> recipients() {
        return recipients;
    }

    List<MimeMessage> messages() throws MessagingException {
        var session = Session.getInstance(new Properties());
        var messages = new CopyOnWriteArrayList<MimeMessage>();
        for (String text : data) {
            messages.add(new MimeMessage(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }
        return messages;
    }

    private void run() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                converse(connection);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 ready\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0];
            if (command.equals("RCPT")) {
                recipients.add(line.substring("RCPT TO:".length()));
            }
            String answer = Objects.requireNonNull(answers.getOrDefault(command, "500 what?"));
            if (!say(out, answer) || command.equals("QUIT")) {
                return;
            }
            if (answer.startsWith("354")) {
                data.add(read(in));
                if (!say(out, Objects.requireNonNull(answers.get(".")))) {
                    return;
                }
            }
        }
    }

    private static boolean say(PrintWriter out, String answer) {
        if (answer.isEmpty()) {
            return false;
        }
        out.print(answer + "\r\n");
        out.flush();
        return true;
    }

    private static String read(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
