/** A window with more pull requests than this is wide: it is read in areas, for one call could not read it with care. */
export const wideFrom = 120;
