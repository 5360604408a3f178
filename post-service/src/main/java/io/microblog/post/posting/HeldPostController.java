package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.Visibility;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.author.Authors;
import io.microblog.post.media.Attachments;
import io.microblog.post.media.MediaAttachment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Held posts for those who handle reports; in the API's style, which has no such endpoints of its own. */
@RestController
@RequestMapping("/api/v1/admin/held_posts")
@RequiresPermission(Permission.MANAGE_REPORTS)
class HeldPostController {

    private final HeldPosts held;
    private final Authors authors;
    private final Attachments attachments;
    private final BaseUrl base;
    private final PageLinks links;

    HeldPostController(HeldPosts held, Authors authors, Attachments attachments, BaseUrl base, PageLinks links) {
        this.held = held;
        this.authors = authors;
        this.attachments = attachments;
        this.base = base;
        this.links = links;
    }

    /**
     * A post that waits for a moderator.
     *
     * @param account its author; null when they are not known any more
     * @param automaticRuleId the rule that wants that; it may be gone
     * @param visibility who may see it after its release
     * @param content sanitised HTML
     * @param spoilerText content warning, may be empty
     * @param language ISO 639 code
     * @param mediaAttachments images
     * @param pollOptions what its poll asks about, empty without a poll
     */
    record HeldPostResponse(
            String id,
            @Nullable PublicAccount account,
            String automaticRuleId,
            Visibility visibility,
            String content,
            String spoilerText,
            @Nullable String language,
            List<MediaAttachment> mediaAttachments,
            List<String> pollOptions,
            Instant createdAt) {

        static HeldPostResponse of(
                HeldPosts.Held post, Map<String, PublicAccount> people, Map<Long, MediaAttachment> images) {
            return new HeldPostResponse(
                    Long.toString(post.id()),
                    people.get(Long.toString(post.authorId())),
                    Long.toString(post.ruleId()),
                    post.visibility(),
                    post.content(),
                    post.spoilerText(),
                    post.language(),
                    post.media().stream()
                            .map(images::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    post.poll(),
                    post.createdAt());
        }
    }

    @GetMapping
    @RequiresScope("admin:read")
    ResponseEntity<List<HeldPostResponse>> waiting(@PageDefaults Page page) {
        List<HeldPosts.Held> found = held.waiting(page);
        Map<String, PublicAccount> people =
                authors
                        .shown(
                                found.stream()
                                        .map(HeldPosts.Held::authorId)
                                        .distinct()
                                        .toList(),
                                base)
                        .stream()
                        .collect(Collectors.toMap(PublicAccount::id, Function.identity()));
        Map<Long, MediaAttachment> images = attachments.byId(
                found.stream().flatMap(post -> post.media().stream()).toList());
        return links.page(
                page,
                found.stream()
                        .map(post -> HeldPostResponse.of(post, people, images))
                        .toList(),
                found.stream().map(HeldPosts.Held::id).toList());
    }

    @PostMapping("/{id:[0-9]+}/release")
    @RequiresScope("admin:write")
    Map<String, Object> release(Caller caller, @PathVariable long id) {
        held.release(caller.requireAccount(), id);
        return Map.of();
    }

    @PostMapping("/{id:[0-9]+}/reject")
    @RequiresScope("admin:write")
    Map<String, Object> reject(Caller caller, @PathVariable long id) {
        held.reject(caller.requireAccount(), id);
        return Map.of();
    }
}
