/** The HTTP API of what was typed and not saved yet. */
@CheckReturnValue
@NullMarked
package org.vedette.post.autosave.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
