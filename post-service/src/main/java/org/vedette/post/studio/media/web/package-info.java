/** The page of all pictures. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.media.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
