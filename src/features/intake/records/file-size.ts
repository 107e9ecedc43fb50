/** 820 B, 44 kB, 3.1 MB. */
export const fileSize = (bytes: number) => (bytes < 1000 ? `${Math.round(bytes)} B` : bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
