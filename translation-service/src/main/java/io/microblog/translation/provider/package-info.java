/** Who translates: Microsoft Translator or LibreTranslate, and what happens when they do not. */
@NullMarked
package io.microblog.translation.provider;

import org.jspecify.annotations.NullMarked;
