package io.microblog.user.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.account.Profiles;
import io.microblog.user.relation.RelationshipReader.Entry;
import io.microblog.user.relation.RelationshipReader.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Blocking, muting and private notes. */
@RestController
@RequestMapping("/api/v1")
class SilenceController {

    private static final long LONGEST_MUTE_SECONDS = Duration.ofDays(3_650).toSeconds();

    private final SilenceService silences;
    private final Enforcement enforcement;
    private final RelationshipReader reader;
    private final Profiles profiles;
    private final PageLinks links;

    SilenceController(
            SilenceService silences,
            Enforcement enforcement,
            RelationshipReader reader,
            Profiles profiles,
            PageLinks links) {
        this.silences = silences;
        this.enforcement = enforcement;
        this.reader = reader;
        this.profiles = profiles;
        this.links = links;
    }

    /**
     * How to mute.
     *
     * @param notifications whether to silence notifications too; so it is unless said otherwise
     * @param duration in seconds; zero for ever
     */
    record MuteRequest(
            @Nullable Boolean notifications, @Nullable Long duration) {}

    record NoteRequest(@Nullable String comment) {}

    /** The API's {@code MutedAccount}. */
    record MutedAccount(
            @JsonUnwrapped PublicAccount account, @Nullable Instant muteExpiresAt) {}

    @PostMapping("/accounts/{id}/block")
    @RequiresScope("write:blocks")
    RelationshipResponse block(Caller caller, @PathVariable long id) {
        silences.block(caller.requireAccount(), id);
        enforcement.silenceBegan(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    @PostMapping("/accounts/{id}/unblock")
    @RequiresScope("write:blocks")
    RelationshipResponse unblock(Caller caller, @PathVariable long id) {
        silences.unblock(caller.requireAccount(), id);
        enforcement.silenceEnded(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    @PostMapping("/accounts/{id}/mute")
    @RequiresScope("write:mutes")
    RelationshipResponse mute(Caller caller, @PathVariable long id, @Body MuteRequest request) {
        long seconds = Objects.requireNonNullElse(request.duration(), 0L);
        if (seconds < 0 || seconds > LONGEST_MUTE_SECONDS) {
            throw Invalid.field("duration", "ERR_INVALID", "must be between 0 and " + LONGEST_MUTE_SECONDS);
        }
        boolean notifications = !Boolean.FALSE.equals(request.notifications());
        silences.mute(caller.requireAccount(), id, notifications, Duration.ofSeconds(seconds));
        enforcement.silenceBegan(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    @PostMapping("/accounts/{id}/unmute")
    @RequiresScope("write:mutes")
    RelationshipResponse unmute(Caller caller, @PathVariable long id) {
        silences.unmute(caller.requireAccount(), id);
        enforcement.silenceEnded(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    @PostMapping("/accounts/{id}/note")
    @RequiresScope("write:accounts")
    RelationshipResponse annotate(Caller caller, @PathVariable long id, @Body NoteRequest request) {
        silences.annotate(caller.requireAccount(), id, Objects.requireNonNullElse(request.comment(), ""));
        return reader.one(caller.requireAccount(), id);
    }

    @GetMapping("/blocks")
    @RequiresScope("read:blocks")
    ResponseEntity<List<PublicAccount>> blocks(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        List<Entry> entries = reader.list(Kind.BLOCKS, caller.requireAccount(), page);
        return links.page(page, profiles.show(accountsIn(entries)), cursorsOf(entries));
    }

    @GetMapping("/mutes")
    @RequiresScope("read:mutes")
    ResponseEntity<List<MutedAccount>> mutes(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        long owner = caller.requireAccount();
        List<Entry> entries = reader.list(Kind.MUTES, owner, page);
        Map<Long, Instant> ends = reader.muteEnds(owner, accountsIn(entries));
        List<MutedAccount> shown = profiles.show(accountsIn(entries)).stream()
                .map(account -> new MutedAccount(account, ends.get(Long.valueOf(account.id()))))
                .toList();
        return links.page(page, shown, cursorsOf(entries));
    }

    private static List<Long> accountsIn(List<Entry> entries) {
        return entries.stream().map(Entry::accountId).toList();
    }

    private static List<Long> cursorsOf(List<Entry> entries) {
        return entries.stream().map(Entry::cursor).toList();
    }
}
