package io.microblog.notification.mail.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.provider.Mail;

/**
 * What is taken up together.
 *
 * @param ready the mails that can go
 * @param others what some of them tell, too, by the mail that does
 */
record Round(Lane lane, Hold hold, Map<Delivery, Mail> ready, Map<Delivery, List<Delivery>> others) {

    Round(Lane lane, Hold hold) {
        this(lane, hold, new LinkedHashMap<>(), new HashMap<>());
    }

    void join(Delivery delivery, Delivery lead) {
        others.computeIfAbsent(lead, _ -> new ArrayList<>()).add(delivery);
    }

    /** What a mail tells besides what it was asked for. */
    List<Delivery> told(Delivery lead) {
        return others.getOrDefault(lead, List.of());
    }

    Mail mail(Delivery delivery) {
        return Objects.requireNonNull(ready.get(delivery));
    }

    /** Prolongs the hold, and says which mails can go because all that they tell is still held. */
    List<Delivery> renewed() {
        Set<Long> ids = hold.renew(leads());
        return ready.keySet().stream()
                .filter(lead -> ids.contains(lead.id()) && told(lead).stream().allMatch(one -> ids.contains(one.id())))
                .toList();
    }

    /** The mails that tell of others, by the ids of those. */
    private Map<Long, Long> leads() {
        var leads = new HashMap<Long, Long>();
        others.forEach((lead, joined) -> joined.forEach(one -> leads.put(one.id(), lead.id())));
        return leads;
    }
}
