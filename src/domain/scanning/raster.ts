/** A picture in shades of grey, row by row from the upper left: 0 is black, 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Grey of RGBA points as canvases give them (ITU-R BT.601 weights, as JPEG has them). */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Raster {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    const red = rgba[from] ?? 0;
    const green = rgba[from + 1] ?? 0;
    const blue = rgba[from + 2] ?? 0;
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { width, height, grey };
}

/** How many points have each shade; of those of `ink` alone where it is given. */
export function histogramOf({ grey }: Raster, ink?: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (const [at, shade] of grey.entries()) {
    if (ink === undefined || ink[at] === 1) histogram[shade] = (histogram[shade] ?? 0) + 1;
  }
  return histogram;
}

/** The shade below which lies `share` (0 to 1) of all points. */
export function shadeAt(histogram: Uint32Array, share: number): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [shade, count] of histogram.entries()) {
    seen += count;
    if (seen >= total * share) return shade;
  }
  return 255;
}

/**
 * Ink (1) and paper (0) by the surroundings of each point, so that shadows and coloured paper
 * stay paper: ink is darker than its neighbourhood by `contrast` shades (Bradley and Roth 2007,
 * "Adaptive Thresholding using the Integral Image"). `reach` is half the neighbourhood's side.
 */
export function inkOf(raster: Raster, reach: number, contrast = 14): Uint8Array {
  const { width, height, grey } = raster;
  const ink = new Uint8Array(width * height);
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += grey[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach) * (width + 1);
    const bottom = Math.min(height, y + reach + 1) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[top + right] ?? 0) -
        (sums[bottom + left] ?? 0) +
        (sums[top + left] ?? 0);
      const mean = sum / ((right - left) * rows);
      if ((grey[y * width + x] ?? 0) < mean - contrast) ink[y * width + x] = 1;
    }
  }
  return ink;
}
