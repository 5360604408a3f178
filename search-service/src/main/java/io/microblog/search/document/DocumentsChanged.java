package io.microblog.search.document;

/** Rows became dirty; published in the transaction that made them so. */
public record DocumentsChanged(DocumentKind kind) {}
