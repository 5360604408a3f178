package io.microblog.post.conversation;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.conversation.ConversationView.ConversationResponse;
import io.microblog.post.conversation.Conversations.ConversationRow;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversations and direct posts in the public API. */
@RestController
@RequestMapping("/api/v1")
class ConversationController {

    private final Conversations conversations;
    private final ConversationView view;
    private final Statuses statuses;
    private final PageLinks links;

    ConversationController(Conversations conversations, ConversationView view, Statuses statuses, PageLinks links) {
        this.conversations = conversations;
        this.view = view;
        this.statuses = statuses;
        this.links = links;
    }

    /** Pages go by the newest posts. */
    @GetMapping("/conversations")
    @RequiresScope("read:statuses")
    ResponseEntity<List<ConversationResponse>> own(@PageDefaults Page page, Caller caller) {
        long owner = caller.requireAccount();
        List<ConversationRow> found = conversations.page(owner, page);
        return links.page(
                page,
                view.show(found, owner),
                found.stream().map(ConversationRow::lastPostId).toList());
    }

    @PostMapping("/conversations/{id}/read")
    @RequiresScope("write:conversations")
    ConversationResponse read(@PathVariable long id, Caller caller) {
        return mark(id, false, caller);
    }

    @PostMapping("/conversations/{id}/unread")
    @RequiresScope("write:conversations")
    ConversationResponse unread(@PathVariable long id, Caller caller) {
        return mark(id, true, caller);
    }

    @DeleteMapping("/conversations/{id}")
    @RequiresScope("write:conversations")
    Map<String, String> remove(@PathVariable long id, Caller caller) {
        conversations.remove(caller.requireAccount(), id);
        return Map.of();
    }

    /** Deprecated by the API, and used by clients that have no conversations. */
    @GetMapping("/timelines/direct")
    @RequiresScope("read:statuses")
    ResponseEntity<List<Status>> direct(@PageDefaults Page page, Caller caller) {
        long owner = caller.requireAccount();
        List<Long> ids = conversations.posts(owner, page);
        return links.page(page, statuses.read(ids, new Reader(owner)), ids);
    }

    private ConversationResponse mark(long id, boolean unread, Caller caller) {
        long owner = caller.requireAccount();
        return view.show(conversations.mark(owner, id, unread), owner);
    }
}
