/** The HTTP API of exports. */
@CheckReturnValue
@NullMarked
package org.vedette.post.exports.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
