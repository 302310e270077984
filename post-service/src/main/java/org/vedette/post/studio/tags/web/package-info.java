/** The pages of tags. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.tags.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
