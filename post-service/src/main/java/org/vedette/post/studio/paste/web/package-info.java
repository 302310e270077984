/** What is pasted from other pages, as Markdown. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.paste.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
