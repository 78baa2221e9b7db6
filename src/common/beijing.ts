// Beijing time, which Alibaba's Chinese gateways write and sign with; China has one zone and no summer time.

export const BEIJING_OFFSET_MINUTES = 8 * 60;
