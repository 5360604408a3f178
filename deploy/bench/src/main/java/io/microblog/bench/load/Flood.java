package io.microblog.bench.load;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** So many clients that do the same again and again, whatever comes of it, until they are stopped. */
public final class Flood implements AutoCloseable {

    /** What one of them does before it begins anew. */
    public interface Client {
        void run() throws IOException, InterruptedException;
    }

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts them. */
    public Flood(int number, Client client) {
        for (int i = 0; i < number; i++) {
            clients.execute(() -> repeat(client));
        }
    }

    private static void repeat(Client client) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                client.run();
            } catch (IOException e) {
                // That the server ends the connection is what an attacker expects.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
        clients.close();
    }
}
