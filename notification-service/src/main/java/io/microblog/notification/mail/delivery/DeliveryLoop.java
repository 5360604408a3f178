package io.microblog.notification.mail.delivery;

import java.time.Duration;
import java.util.Locale;

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
    private final Courier courier;
    private final Settlement settlement;
    private final Duration pollInterval;

    DeliveryLoop(Lane lane, Courier courier, Settlement settlement, DeliveryProperties properties) {
        super("mail-" + lane.name().toLowerCase(Locale.ROOT), properties.pollInterval());
        this.lane = lane;
        this.courier = courier;
        this.settlement = settlement;
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
        settlement.settle(lane);
        // There may be more to do right away.
        return courier.deliver(lane) > 0 ? Duration.ZERO : pollInterval;
    }
}
