package io.microblog.notification.announcement;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.AcceptedLanguages;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server tells the person who asks, and what they make of it. */
@RestController
@RequestMapping("/api/v1/announcements")
class AnnouncementController {

    private final AnnouncementReader reader;
    private final AnnouncementReactions reactions;

    AnnouncementController(AnnouncementReader reader, AnnouncementReactions reactions) {
        this.reader = reader;
        this.reactions = reactions;
    }

    /** @param withDismissed whether those dismissed are wanted, too */
    record Wanted(boolean withDismissed) {}

    /** In the language that the client asks for; else in that of the account, or in the one that the author chose. */
    @GetMapping
    @RequiresScope
    List<AnnouncementResponse> list(
            @Body Wanted wanted,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Caller caller) {
        return reader.list(
                caller.requireAccount(), caller.permissions(), AcceptedLanguages.of(languages), wanted.withDismissed());
    }

    @PostMapping("/{id}/dismiss")
    @RequiresScope("write:accounts")
    Map<String, String> dismiss(@PathVariable long id, Caller caller) {
        reader.require(id, caller.requireAccount(), caller.permissions());
        reader.dismiss(id, caller.requireAccount());
        return Map.of();
    }

    @PutMapping("/{id}/reactions/{name}")
    @RequiresScope("write:favourites")
    Map<String, String> react(@PathVariable long id, @PathVariable String name, Caller caller) {
        reader.require(id, caller.requireAccount(), caller.permissions());
        reactions.add(id, caller.requireAccount(), name);
        return Map.of();
    }

    @DeleteMapping("/{id}/reactions/{name}")
    @RequiresScope("write:favourites")
    Map<String, String> takeBack(@PathVariable long id, @PathVariable String name, Caller caller) {
        reader.require(id, caller.requireAccount(), caller.permissions());
        reactions.remove(id, caller.requireAccount(), name);
        return Map.of();
    }
}
