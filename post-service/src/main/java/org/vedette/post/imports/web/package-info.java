/** The HTTP API of imports, and their pages. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
