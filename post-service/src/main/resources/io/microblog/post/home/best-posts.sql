-- The posts above :since that others liked best of those whom :reader follows, the best first, at most :limit. Of each author
-- the latest few are looked at, by the author's index, so that what one wrote in a year costs no more than what one wrote in
-- a week. Whose posts the reader keeps from home are not among them, nor answers, nor what nobody liked.
SELECT post.id, post.version, post.author_id, post.visibility, post.language, post.content
FROM followed_at_home(:reader) f CROSS JOIN LATERAL (
    SELECT p.* FROM fitting(:reader) p
    WHERE p.author_id = f.account_id AND p.id > :since AND understood(f.languages, p.language)
        AND p.in_reply_to_author_id IS NULL AND p.spoiler_text = '' AND NOT p.sensitive AND p.content <> ''
    ORDER BY p.id DESC LIMIT 20) post
JOIN post_counts c ON c.post_id = post.id
JOIN author a ON a.id = post.author_id
WHERE post.author_id <> :reader AND c.favourites + c.boosts > 0 AND NOT a.sensitized
    AND NOT EXISTS (SELECT FROM thread_mute m WHERE m.account_id = :reader AND m.thread_id = post.thread_id)
ORDER BY c.favourites + 2 * c.boosts DESC, post.id DESC LIMIT :limit
