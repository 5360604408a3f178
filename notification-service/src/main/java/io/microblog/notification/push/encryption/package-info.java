/**
 * The cryptography of Web Push, by the JDK alone: RFC 8291 and the draft before it, which the API's older clients speak, and
 * the identity of RFC 8292. There was no library that is looked after and speaks both; see ADR 34.
 */
@NullMarked
package io.microblog.notification.push.encryption;

import org.jspecify.annotations.NullMarked;
