/** Bands of a percentage off, and of the wait of a step; the texts are the values of their dimensions. */
export const depthBands = ["none", "1-5", "6-10", "11-15", "16-20", "21-30", "31+"] as const;
export const delayBands = ["0-1h", "1-4h", "4-12h", "12-24h", "24-48h", "48-96h", "96h+", "unknown"] as const;
export const segments = ["new", "returning", "vip", "unknown"] as const;
