const longestSide = 2560;

/**
 * A photo made small enough for a slow line: at most 2560 px on the long side, JPEG. Drawing it anew also drops the
 * position a phone writes into it. What the browser cannot draw (HEIC on some phones) is sent as it is.
 */
export async function shrinkPhoto(photo: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return small ?? photo;
  } catch {
    return photo;
  }
}
