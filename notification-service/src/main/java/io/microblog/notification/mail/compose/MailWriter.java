package io.microblog.notification.mail.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.internal.SecurityMailApi;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.compose.Draft.Postponed;
import io.microblog.notification.mail.compose.Draft.Unwanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Writes owed mails with what the other services say at this moment: addresses, languages, texts. */
@Component
public class MailWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MailWriter.class);

    private final ContactApi contacts;
    private final SecurityMailApi securityMails;
    private final NewsWriter news;
    private final SecurityWriter security;

    MailWriter(ContactApi contacts, SecurityMailApi securityMails, NewsWriter news, SecurityWriter security) {
        this.contacts = contacts;
        this.securityMails = securityMails;
        this.news = news;
        this.security = security;
    }

    /**
     * Writes mails of one lane.
     *
     * @return a draft for each, in their order; whatever goes wrong with one is its draft, not an exception
     */
    public List<Draft> write(Lane lane, List<Delivery> deliveries) {
        return switch (lane) {
            case SECURITY -> writeSecurityMails(deliveries);
            case NOTIFICATION -> writeNews(deliveries);
        };
    }

    private List<Draft> writeSecurityMails(List<Delivery> deliveries) {
        return each(deliveries, mail -> security.write(mail, securityMails.mail(mail.eventId())));
    }

    private List<Draft> writeNews(List<Delivery> deliveries) {
        Map<Long, Contact> known;
        try {
            known = contacts
                    .contacts(deliveries.stream()
                            .map(Delivery::recipientId)
                            .distinct()
                            .toList())
                    .stream()
                    .collect(Collectors.toMap(Contact::accountId, Function.identity()));
        } catch (Unavailable | RestClientException away) {
            LOG.info("Mails wait for user-service: {}", away.getMessage());
            return Collections.nCopies(deliveries.size(), new Postponed("user-service does not answer", true));
        }
        return each(deliveries, mail -> news.write(mail, known.get(mail.recipientId())));
    }

    /** While a service is away, each further mail that needs it would only wait for its own time-out. */
    private static List<Draft> each(List<Delivery> deliveries, Function<Delivery, Draft> write) {
        var drafts = new ArrayList<Draft>();
        var outages = new HashMap<Boolean, Draft>();
        for (Delivery delivery : deliveries) {
            boolean needsPost = delivery.postId() != null;
            Draft outage = outages.get(needsPost);
            Draft draft = outage == null ? attempt(delivery, write) : outage;
            if (draft instanceof Postponed postponed && postponed.outage()) {
                outages.put(needsPost, draft);
            }
            drafts.add(draft);
        }
        return drafts;
    }

    private static Draft attempt(Delivery delivery, Function<Delivery, Draft> write) {
        try {
            return write.apply(delivery);
        } catch (NotFound gone) {
            return new Unwanted("There is nothing to tell any more");
        } catch (Unavailable away) {
            return new Postponed(away.error(), true);
        } catch (RuntimeException e) {
            LOG.warn("Mail {} ({}) cannot be written", delivery.id(), delivery.template(), e);
            return new Postponed("It cannot be written: " + e.getClass().getSimpleName(), false);
        }
    }
}
