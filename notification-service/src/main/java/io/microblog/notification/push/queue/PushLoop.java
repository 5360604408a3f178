package io.microblog.notification.push.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

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
        List<OwedPush> claimed = queue.claim(Map.copyOf(underWay));
        if (!claimed.isEmpty()) {
            claimed.forEach(push -> underWay.merge(push.host(), 1, Integer::sum));
            Thread.ofVirtual().name("pushes-asking").start(() -> deliver(claimed));
        }
        return pollInterval;
    }

    /** What was taken up together asks together; then none waits for another. */
    private void deliver(List<OwedPush> claimed) {
        Consumer<OwedPush> deed = courier.prepare(claimed);
        claimed.forEach(
                push -> Thread.ofVirtual().name("push-" + push.notificationId()).start(() -> deliver(push, deed)));
    }

    private void deliver(OwedPush push, Consumer<OwedPush> deed) {
        try {
            deed.accept(push);
        } finally {
            underWay.computeIfPresent(push.host(), (_, count) -> count > 1 ? count - 1 : null);
            wake();
        }
    }
}
