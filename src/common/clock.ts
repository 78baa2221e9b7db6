// The clock of the calendar: it stamps requests and documents, and tokens are checked by it. It is handed to whoever needs
// it, so that tests can set it; spans of time are measured by performance.now().

export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
