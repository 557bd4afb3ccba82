import { greyPngOf } from './png';

/** A black PNG of the given size, written by hand so that no picture lies in the repository. */
export function greyPng(width: number, height: number): Uint8Array {
  return greyPngOf({ width, height, dots: new Uint8Array(width * height) });
}
