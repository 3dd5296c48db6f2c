/** One class a topic: typed input, the protocol with the peer, an outcome; knows neither engine nor client. */
@NullMarked
package org.sluice.worker.jobs;

import org.jspecify.annotations.NullMarked;
