package io.microblog.notification.mail.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.microblog.internal.SecurityMailApi;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Writes owed mails with what the other services say at this moment: addresses, languages, texts. */
@Component
public class MailWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MailWriter.class);

    private final NewsSources sources;
    private final SecurityMailApi securityMails;
    private final NewsWriter news;
    private final SecurityWriter security;
    private final AnnouncementWriter announcements;

    MailWriter(
            NewsSources sources,
            SecurityMailApi securityMails,
            NewsWriter news,
            SecurityWriter security,
            AnnouncementWriter announcements) {
        this.announcements = announcements;
        this.sources = sources;
        this.securityMails = securityMails;
        this.news = news;
        this.security = security;
    }

    /**
     * Writes mails of one lane.
     *
     * @return a draft for each, in their order; whatever goes wrong with one is its draft, not an exception
     */
    public List<Composition> write(Lane lane, List<Delivery> deliveries) {
        return switch (lane) {
            case SECURITY -> writeSecurityMails(deliveries);
            case NOTIFICATION -> written(deliveries, this::writeNews);
            case BROADCAST -> written(deliveries, this::writeAnnouncements);
        };
    }

    private List<Composition> writeNews(List<Delivery> deliveries) {
        NewsFacts facts = sources.of(deliveries);
        Map<Delivery, Composition> drafts = news.write(deliveries, facts);
        return deliveries.stream()
                .map(delivery -> Objects.requireNonNull(drafts.get(delivery)))
                .toList();
    }

    private List<Composition> writeAnnouncements(List<Delivery> deliveries) {
        AnnouncementFacts facts = sources.ofAnnouncements(deliveries);
        return deliveries.stream()
                .map(delivery -> attempt(delivery, mail -> announcements.write(mail, facts)))
                .toList();
    }

    private static List<Composition> written(
            List<Delivery> deliveries, Function<List<Delivery>, List<Composition>> write) {
        try {
            return write.apply(deliveries);
        } catch (Unavailable | RestClientException away) {
            LOG.info("Mails wait for user-service: {}", away.getMessage());
            return Collections.nCopies(deliveries.size(), new Postponed("user-service does not answer", true));
        }
    }

    /** While user-service is away, each further mail would only wait for its own time-out. */
    private List<Composition> writeSecurityMails(List<Delivery> deliveries) {
        var drafts = new ArrayList<Composition>();
        Composition outage = null;
        for (Delivery delivery : deliveries) {
            Composition draft = outage == null
                    ? attempt(delivery, mail -> security.write(mail, securityMails.mail(mail.eventId())))
                    : outage;
            if (draft instanceof Postponed postponed && postponed.outage()) {
                outage = draft;
            }
            drafts.add(draft);
        }
        return drafts;
    }

    private static Composition attempt(Delivery delivery, Function<Delivery, Composition> write) {
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
