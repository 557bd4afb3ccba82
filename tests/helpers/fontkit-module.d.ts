/**
 * The part of fontkit 2 that tests use, as another reader of fonts. Declared here because its
 * published types are another package's.
 */
declare module 'fontkit' {
  export interface FontkitFont {
    readonly unitsPerEm: number;
    readonly postscriptName: string;
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): {
      readonly id: number;
      readonly advanceWidth: number;
      readonly path: { readonly commands: readonly FontkitPathCommand[] };
    };
  }
  export interface FontkitPathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'closePath';
    readonly args: readonly number[];
  }
  export function create(bytes: Uint8Array): FontkitFont;
}
