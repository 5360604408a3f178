package io.microblog.notification.announcement;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.notification.announcement.AnnouncementActs.Act;
import io.microblog.notification.announcement.AnnouncementChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people with the role do with announcements, and what the schedule does. */
@Service
class AnnouncementService {

    /** The most that are published at a time or wait for it: readers get all of them at once. */
    private static final int MOST = 100;

    private final AnnouncementRepository announcements;
    private final AnnouncementRenderer renderer;
    private final AnnouncementChanges changes;
    private final AnnouncementActs acts;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AnnouncementService(
            AnnouncementRepository announcements,
            AnnouncementRenderer renderer,
            AnnouncementChanges changes,
            AnnouncementActs acts,
            IdGenerator ids,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.announcements = announcements;
        this.renderer = renderer;
        this.changes = changes;
        this.acts = acts;
        this.ids = ids;
        this.events = events;
        this.transaction = transaction;
    }

    /** @throws Invalid naming each field that is wrong */
    Announcement create(long author, AnnouncementRequest request) {
        AnnouncementDraft draft = draft(request);
        return committed(() -> {
            long id = ids.next();
            announcements.save(id, draft);
            acts.note(id, author, Act.CREATED);
            return require(id);
        });
    }

    /**
     * Replaces all that its authors decide.
     *
     * @throws Invalid naming each field that is wrong, or when others would be addressed than those who have it already
     */
    Announcement change(long author, long id, AnnouncementRequest request) {
        require(id);
        AnnouncementDraft draft = draft(request);
        return committed(() -> {
            Announcement before = lock(id);
            boolean published = before.state() == AnnouncementState.PUBLISHED;
            if (published && !before.draft().addressees().equals(draft.addressees())) {
                throw Invalid.field("target", "ERR_PUBLISHED", "cannot change while it is published");
            }
            announcements.save(id, draft);
            acts.note(id, author, Act.CHANGED);
            if (published) {
                show(id, draft, author);
            }
            return require(id);
        });
    }

    /**
     * Publishes it, now or at its time.
     *
     * @throws Invalid when its end has passed, or there are too many
     */
    Announcement publish(long author, long id) {
        return committed(() -> {
            Announcement before = lock(id);
            if (before.state() == AnnouncementState.PUBLISHED || before.state() == AnnouncementState.SCHEDULED) {
                return before;
            }
            if (announcements.current() >= MOST) {
                throw new Invalid("There are %d announcements already".formatted(MOST));
            }
            if (announcements.isOver(id)) {
                throw Invalid.field("ends_at", "ERR_INVALID", "must be in the future");
            }
            if (announcements.isDue(id)) {
                publishNow(before, author);
            } else {
                announcements.move(id, AnnouncementState.SCHEDULED);
                acts.note(id, author, Act.SCHEDULED);
            }
            return require(id);
        });
    }

    Announcement unpublish(long author, long id) {
        return committed(() -> {
            Announcement before = lock(id);
            if (before.state() != AnnouncementState.DRAFT) {
                withdraw(before);
                announcements.move(id, AnnouncementState.DRAFT);
                acts.note(id, author, Act.UNPUBLISHED);
            }
            return require(id);
        });
    }

    void delete(long author, long id) {
        transaction.executeWithoutResult(_ -> {
            withdraw(lock(id));
            announcements.delete(id);
            acts.note(id, author, Act.DELETED);
        });
    }

    /** @throws NotFound when there is none */
    Announcement require(long id) {
        return announcements.find(id).orElseThrow(NotFound::new);
    }

    /** Publishes and ends what is due, one by one, so that copies of the service share it. */
    @Scheduled(fixedDelayString = "${microblog.announcements.check-interval}")
    void keepSchedule() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> keepNext()));
        }
    }

    private Announcement committed(Supplier<Announcement> deed) {
        return Objects.requireNonNull(transaction.execute(_ -> deed.get()));
    }

    private boolean keepNext() {
        List<Announcement> due = announcements.takeDue().stream().toList();
        due.forEach(one -> {
            if (announcements.isOver(one.id())) {
                withdraw(one);
                announcements.move(one.id(), AnnouncementState.OVER);
                acts.note(one.id(), null, Act.ENDED);
            } else {
                publishNow(one, null);
            }
        });
        return !due.isEmpty();
    }

    private void publishNow(Announcement one, @Nullable Long author) {
        announcements.move(one.id(), AnnouncementState.PUBLISHED);
        acts.note(one.id(), author, Act.PUBLISHED);
        show(one.id(), one.draft(), author);
    }

    private void show(long id, AnnouncementDraft draft, @Nullable Long author) {
        changes.note(id, Kind.SHOWN, null);
        if (draft.mailed()) {
            events.publishEvent(new AnnouncementMailDue(id, author));
        }
    }

    private void withdraw(Announcement one) {
        if (one.state() == AnnouncementState.PUBLISHED) {
            changes.note(one.id(), Kind.GONE, null);
        }
        events.publishEvent(new AnnouncementWithdrawn(one.id()));
    }

    private Announcement lock(long id) {
        return announcements.findForUpdate(id).orElseThrow(NotFound::new);
    }

    private AnnouncementDraft draft(AnnouncementRequest request) {
        request.check();
        return new AnnouncementDraft(
                request.language(),
                renderer.render(request.written()),
                request.scheduledAt(),
                request.startsAt(),
                request.endsAt(),
                request.allDay() && (request.startsAt() != null || request.endsAt() != null),
                request.addressees(),
                request.mail());
    }
}
