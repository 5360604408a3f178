package io.microblog.notification.mail.queue;

import java.time.Duration;

import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.MailRequested;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the mail of one lane going: at once when this instance asked for a mail, and now and then for what other
 * instances left or what is due again.
 */
class DeliveryLoop extends BackgroundLoop {

    private final Lane lane;
    private final DeliveryWorker worker;
    private final Reconciler reconciler;
    private final Duration pollInterval;

    /** @param name of its thread */
    DeliveryLoop(String name, Lane lane, DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        super(name, properties.pollInterval());
        this.lane = lane;
        this.worker = worker;
        this.reconciler = reconciler;
        this.pollInterval = properties.pollInterval();
    }

    @TransactionalEventListener
    void on(MailRequested request) {
        if (request.lane() == lane) {
            wake();
        }
    }

    @Override
    protected Duration round() {
        reconciler.reconcile(lane);
        // There may be more to do right away.
        return worker.deliver(lane) > 0 ? Duration.ZERO : pollInterval;
    }
}
