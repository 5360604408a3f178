package io.microblog.notification.mail.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.microblog.notification.mail.Delivery;

/**
 * Mails that were taken up together. Only through it can the outcome be written; whoever was away for so long that others
 * took them up holds none of them any more.
 */
interface Hold {

    /** That marks the attempt, here and at the provider. */
    UUID batch();

    List<Delivery> deliveries();

    /**
     * Prolongs it right before the call, where it is not fresh or something is to be noted with it, and says which mails
     * are still held.
     *
     * @param leads the mails that tell of others, too, by the ids of those
     */
    Set<Long> renew(Map<Long, Long> leads);

    /**
     * Writes what became of some of the mails, all in one statement; they are not held any more.
     *
     * @param results by the ids of the mails
     * @return the states they have now; mails that were not held are missing and stay as they are
     */
    Map<Long, DeliveryState> settle(Map<Long, Result> results);
}
