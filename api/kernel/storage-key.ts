const shape = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*){1,5}(?:\.[a-z0-9]+){1,2}$/;

/** @throws when the key could mean anything but a file below the root: no dots but those of the ending, no capitals, no spaces. */
export function checkedKey(key: string): string {
  if (key.length > 200 || !shape.test(key))
    throw new TypeError(`Not a storage key: ${JSON.stringify(key.slice(0, 80))}`);
  return key;
}
