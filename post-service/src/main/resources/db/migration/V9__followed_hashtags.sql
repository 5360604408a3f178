-- Hashtags whose public posts people want in their homes. Lists of them are paged by id.
CREATE TABLE hashtag_follow (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    hashtag    text   NOT NULL,
    UNIQUE (account_id, hashtag)
);

CREATE INDEX hashtag_follow_by_account ON hashtag_follow (account_id, id DESC);
CREATE INDEX hashtag_follow_of_hashtag ON hashtag_follow (hashtag, account_id);

-- Answers to a person, for the home of somebody who begins to follow the second of both sides.
CREATE INDEX post_answers_to ON post (in_reply_to_author_id, id DESC) WHERE in_reply_to_author_id IS NOT NULL;
