/** How a post will look to its readers. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.preview.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
