/** The API of media, and their public addresses. */
@CheckReturnValue
@NullMarked
package org.vedette.post.media.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
