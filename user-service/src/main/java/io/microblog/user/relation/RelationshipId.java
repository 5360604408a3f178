package io.microblog.user.relation;

import java.io.Serializable;

/** An ordered pair of accounts. */
record RelationshipId(long fromId, long toId) implements Serializable {}
