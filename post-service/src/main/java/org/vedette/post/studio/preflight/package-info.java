/** What is checked before a post is published; nothing of it keeps anybody from publishing. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.preflight;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
