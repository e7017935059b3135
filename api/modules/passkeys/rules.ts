/** Minutes between asking for a passkey and having it. */
export const minutesToAnswer = 5;
export const passkeysEach = 10;
