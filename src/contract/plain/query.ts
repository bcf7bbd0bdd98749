/** The largest window one answer holds. */
export const MAX_WINDOW = 1000;

/** Most pinned columns (a sixth is refused with a reason). */
export const MAX_PINNED = 5;
