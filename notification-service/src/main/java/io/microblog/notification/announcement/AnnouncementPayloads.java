package io.microblog.notification.announcement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.web.BaseUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Announcements for other parts of the service: as they are, and as the API's JSON that says nothing of one reader. */
@Component
public class AnnouncementPayloads {

    private final AnnouncementRepository announcements;
    private final AnnouncementReactions reactions;
    private final BaseUrl base;
    private final JsonMapper json;

    AnnouncementPayloads(
            AnnouncementRepository announcements, AnnouncementReactions reactions, BaseUrl base, JsonMapper json) {
        this.announcements = announcements;
        this.reactions = reactions;
        this.base = base;
        this.json = json;
    }

    /** One that is shown at this moment; empty when it is not. */
    public Optional<Announcement> published(long id) {
        return announcements.find(id).filter(one -> one.state() == AnnouncementState.PUBLISHED);
    }

    /** It in a language, or in its main one. */
    public String of(Announcement announcement, String language) {
        List<AnnouncementReaction> all =
                reactions.of(List.of(announcement.id()), null).getOrDefault(announcement.id(), List.of());
        return json.writeValueAsString(AnnouncementResponse.of(announcement, List.of(language), null, all, base));
    }

    /** How many reacted so. */
    public String reaction(long id, String name) {
        int count = reactions.of(List.of(id), null).getOrDefault(id, List.of()).stream()
                .filter(reaction -> reaction.name().equals(name))
                .mapToInt(AnnouncementReaction::count)
                .sum();
        return json.writeValueAsString(Map.of("name", name, "count", count, "announcement_id", Long.toString(id)));
    }
}
