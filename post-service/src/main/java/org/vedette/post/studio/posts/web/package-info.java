/** The overviews of the studio: posts, what is due, and series. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.posts.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
