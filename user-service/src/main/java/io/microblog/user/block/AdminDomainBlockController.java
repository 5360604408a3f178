package io.microblog.user.block;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Domains whose addresses nobody signs up with. */
@RestController
@RequestMapping("/api/v1/admin/email_domain_blocks")
@RequiresPermission(Permission.MANAGE_BLOCKS)
class AdminDomainBlockController {

    private final DomainBlocks blocks;
    private final PageLinks links;

    AdminDomainBlockController(DomainBlocks blocks, PageLinks links) {
        this.blocks = blocks;
        this.links = links;
    }

    /** @param domain such as example.org */
    record DomainBlockRequest(@Nullable String domain) {}

    @GetMapping
    @RequiresScope("admin:read:email_domain_blocks")
    ResponseEntity<List<EmailDomainBlock>> blocks(@PageDefaults(limit = 100, max = 200) Page page) {
        return links.page(page, blocks.list(page), block -> Long.parseLong(block.id()));
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:email_domain_blocks")
    EmailDomainBlock block(@PathVariable long id) {
        return blocks.require(id);
    }

    @PostMapping
    @RequiresScope("admin:write:email_domain_blocks")
    EmailDomainBlock add(Caller caller, @Body DomainBlockRequest request) {
        return blocks.add(caller.requireAccount(), request.domain());
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:email_domain_blocks")
    Map<String, String> delete(Caller caller, @PathVariable long id) {
        blocks.delete(caller.requireAccount(), id);
        return Map.of();
    }
}
