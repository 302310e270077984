/** The page on which many posts are changed. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.bulk.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
