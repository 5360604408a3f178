package io.microblog.notification.push.queue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.PushRequested;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps pushes going: at once when this instance asked for some, and now and then for what other instances left or what is
 * due again. It waits for none of them, so a push service that is slow has its own pushes wait and no others.
 */
@Component
class PushLoop extends BackgroundLoop {

    private final PushQueue queue;
    private final PushCourier courier;
    private final Duration pollInterval;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    PushLoop(PushQueue queue, PushCourier courier, PushProperties properties) {
        super("pushes", properties.pollInterval());
        this.queue = queue;
        this.courier = courier;
        this.pollInterval = properties.pollInterval();
    }

    @TransactionalEventListener
    void on(PushRequested request) {
        wake();
    }

    @Override
    protected Duration round() {
        for (OwedPush push : queue.claim(Map.copyOf(underWay))) {
            underWay.merge(push.host(), 1, Integer::sum);
            Thread.ofVirtual().name("push-" + push.notificationId()).start(() -> deliver(push));
        }
        return pollInterval;
    }

    private void deliver(OwedPush push) {
        try {
            courier.deliver(push);
        } finally {
            underWay.computeIfPresent(push.host(), (_, count) -> count > 1 ? count - 1 : null);
            wake();
        }
    }
}
