/** The page of exports. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.exports.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
