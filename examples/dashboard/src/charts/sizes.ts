// How high charts are, so that those beside each other end on one line.
export const HEIGHT = 196;
export const LEGEND = 56;
