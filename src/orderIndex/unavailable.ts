// The fault of whoever needs the index while its database cannot be used.
import { Fault } from '../common/fault.js';

/** @param cause the database's own words, which are for the log */
export const unavailable = (cause?: unknown): Fault =>
  new Fault('INDEX_UNAVAILABLE', 'The order index cannot be used at the moment.', {}, { origin: 'local', cause });
