/** Says what it is for, but lets everything be null. */
package org.sluice.planted.bare;
