/** What is written in cases: notes between moderators, and the conversation with the person whom a case is about. */
@NullMarked
package io.microblog.user.casework;

import org.jspecify.annotations.NullMarked;
