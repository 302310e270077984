/** The HTTP API by which drafts are handed to those who publish. */
@CheckReturnValue
@NullMarked
package org.vedette.post.review.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
