/** Path of a Chromium that is installed, or undefined. */
export function findChromium(): string | undefined;

/** Path of a Chromium, installed first when there is none. */
export function getChromium(): string;
