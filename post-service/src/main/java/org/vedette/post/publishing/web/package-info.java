/** The HTTP API of posts, for editors and their scripts. */
@CheckReturnValue
@NullMarked
package org.vedette.post.publishing.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
