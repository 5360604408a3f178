package io.microblog.user.block;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.block.IpBlocks.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Networks whose people cannot sign up, or get nothing at all. */
@RestController
@RequestMapping("/api/v1/admin/ip_blocks")
@RequiresPermission(Permission.MANAGE_BLOCKS)
class AdminIpBlockController {

    private final IpBlocks blocks;
    private final PageLinks links;

    AdminIpBlockController(IpBlocks blocks, PageLinks links) {
        this.blocks = blocks;
        this.links = links;
    }

    /**
     * What is to be blocked; of one that there is, what is to be another.
     *
     * @param ip a network such as 192.0.2.0/24 or 2001:db8::/32, or an address
     * @param severity sign_up_requires_approval, sign_up_block or no_access
     * @param comment why, for moderators, up to 500 characters
     * @param expiresIn after how many seconds it ends by itself; not so where it is not said
     */
    record IpBlockRequest(
            @Nullable String ip,
            @Nullable String severity,
            @Nullable String comment,
            @Nullable Long expiresIn) {

        Wish wish() {
            return new Wish(ip, severity, comment, expiresIn);
        }
    }

    @GetMapping
    @RequiresScope("admin:read:ip_blocks")
    ResponseEntity<List<IpBlock>> blocks(@PageDefaults(limit = 100, max = 200) Page page) {
        return links.page(page, blocks.list(page), block -> Long.parseLong(block.id()));
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:ip_blocks")
    IpBlock block(@PathVariable long id) {
        return blocks.require(id);
    }

    @PostMapping
    @RequiresScope("admin:write:ip_blocks")
    IpBlock add(Caller caller, @Body IpBlockRequest request, HttpServletRequest http) {
        return blocks.add(caller.requireAccount(), http.getRemoteAddr(), request.wish());
    }

    @PutMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:ip_blocks")
    IpBlock change(Caller caller, @PathVariable long id, @Body IpBlockRequest request, HttpServletRequest http) {
        return blocks.change(caller.requireAccount(), http.getRemoteAddr(), id, request.wish());
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:ip_blocks")
    Map<String, String> delete(Caller caller, @PathVariable long id) {
        blocks.delete(caller.requireAccount(), id);
        return Map.of();
    }
}
