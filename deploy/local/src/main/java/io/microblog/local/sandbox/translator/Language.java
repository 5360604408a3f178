package io.microblog.local.sandbox.translator;

/**
 * A language as the service lists it.
 *
 * @param name in English
 * @param dir {@code ltr} or {@code rtl}
 */
record Language(String name, String nativeName, String dir) {}
