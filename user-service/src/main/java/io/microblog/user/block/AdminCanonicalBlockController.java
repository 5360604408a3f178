package io.microblog.user.block;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.block.CanonicalBlocks.CanonicalBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mailboxes that nobody signs up with. */
@RestController
@RequestMapping("/api/v1/admin/canonical_email_blocks")
@RequiresPermission(Permission.MANAGE_BLOCKS)
class AdminCanonicalBlockController {

    private final CanonicalBlocks blocks;
    private final PageLinks links;

    AdminCanonicalBlockController(CanonicalBlocks blocks, PageLinks links) {
        this.blocks = blocks;
        this.links = links;
    }

    /**
     * A mailbox.
     *
     * @param email one of its addresses
     * @param canonicalEmailHash in its place
     */
    record MailboxRequest(@Nullable String email, @Nullable String canonicalEmailHash) {}

    @GetMapping
    @RequiresScope("admin:read:canonical_email_blocks")
    ResponseEntity<List<CanonicalBlock>> blocks(@PageDefaults(limit = 100, max = 200) Page page) {
        return links.page(page, blocks.list(page), block -> Long.parseLong(block.id()));
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:canonical_email_blocks")
    CanonicalBlock block(@PathVariable long id) {
        return blocks.require(id);
    }

    /** Changes nothing. */
    @PostMapping("/test")
    @RequiresScope("admin:read:canonical_email_blocks")
    List<CanonicalBlock> test(@Body MailboxRequest request) {
        return blocks.matching(request.email());
    }

    @PostMapping
    @RequiresScope("admin:write:canonical_email_blocks")
    CanonicalBlock add(Caller caller, @Body MailboxRequest request) {
        return blocks.add(caller.requireAccount(), request.email(), request.canonicalEmailHash());
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:canonical_email_blocks")
    CanonicalBlock delete(Caller caller, @PathVariable long id) {
        return blocks.delete(caller.requireAccount(), id);
    }
}
