/** What a worker says to people, in Chinese and English, by code. */
@NullMarked
package org.sluice.worker.notice;

import org.jspecify.annotations.NullMarked;
