import { describe, expect, test } from 'vitest';
import { isInkJpeg } from '../../src/domain/documents/inspect-picture';
import { inspectSvg, sizedSvg } from '../../src/domain/documents/inspect-svg';
import { looksLikeSvg } from '../../src/features/settings/rasterise-logo';

const ROOT = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 240"';
const drawing = (inside: string, root = ROOT) => `<svg ${root}>${inside}</svg>`;

describe('a logo as drawing programs write it is taken', () => {
  test.each([
    ['plain', drawing('<path d="M0 0h10v10z" fill="#123456"/>')],
    [
      'with declaration, comment and the DOCTYPE of SVG 1.1',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <svg> made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${drawing('<g/>')}`,
    ],
    [
      'with styles, gradients and parts used again',
      drawing(
        '<defs><linearGradient id="a"/></defs><style>.b{fill:url(#a)}</style><rect class="b" style="stroke:url( \'#a\' )" fill="url(#a)"/><use xlink:href="#c" href="#c"/>',
      ),
    ],
    [
      'with notes of the program that drew it',
      drawing(
        '<sodipodi:namedview inkscape:export-filename="C:\\logo (1).png"/><metadata><rdf:RDF><cc:license rdf:resource="http://creativecommons.org/"/></rdf:RDF></metadata>',
      ),
    ],
    ['with a picture of its own', drawing('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['with a prefix', `<svg:svg ${ROOT}><svg:g/></svg:svg>`],
  ])('%s', (_name, text) => {
    expect(inspectSvg(text)).toEqual({ ok: true, value: { width: 200, height: 240 } });
  });

  test('its size comes from the view box, else from width and height', () => {
    const sized = (root: string) => inspectSvg(drawing('', root));
    expect(sized('width="30mm" height="40mm"')).toMatchObject({
      value: { width: 30, height: 40 },
    });
    expect(sized('width="100%" height="100%" viewBox="0,0,3,4"')).toMatchObject({
      value: { width: 3, height: 4 },
    });
    expect(sized('width="100%" height="100%"')).toMatchObject({ ok: false });
  });
});

describe('a drawing that could do more than be seen is refused', () => {
  test.each([
    ['svg-script', '<script>alert(1)</script>'],
    ['svg-script', '<SCRIPT href="#a"/>'],
    ['svg-script', '<x:script xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['svg-script', '<rect onload="alert(1)"/>'],
    ['svg-script', '<rect OnClick="alert(1)"/>'],
    ['svg-script', '<a href="javascript:alert(1)"/>'],
    ['svg-script', '<a href="&#106;avascript:alert(1)"/>'],
    ['svg-script', '<a href=" &#x6A;avascript:alert(1)"/>'],
    ['svg-foreign', '<foreignObject><p/></foreignObject>'],
    ['svg-foreign', '<svg:foreignObject/>'],
    ['svg-foreign', '<iframe src="#a"/>'],
    ['svg-foreign', '<animate attributeName="href" to="#a"/>'],
    ['svg-foreign', '<set attributeName="onclick" to="x"/>'],
    ['svg-external', '<image href="https://contoh.example/a.png"/>'],
    ['svg-external', '<image xlink:href="//contoh.example/a.png"/>'],
    ['svg-external', '<image href="file:///etc/passwd"/>'],
    ['svg-external', '<image href="a.png"/>'],
    ['svg-external', '<use href="other.svg#a"/>'],
    ['svg-external', '<use href="data:image/svg+xml;base64,PHN2Zz4="/>'],
    ['svg-external', '<rect fill="url(https://contoh.example/#a)"/>'],
    ['svg-external', '<rect style="fill:url(\'https://contoh.example/#a\')"/>'],
    ['svg-external', '<rect style="fill:u\\72l(//contoh.example/)"/>'],
    ['svg-external', '<style>@import "https://contoh.example/a.css";</style>'],
    ['svg-external', '<style>@font-face{src:url(https://contoh.example/a.woff)}</style>'],
    ['svg-external', '<style><![CDATA[.a{fill:url(https://contoh.example/)}]]></style>'],
    ['svg-external', '<style>.a{background:image-set("https://contoh.example/a" 1x)}</style>'],
    ['svg-external', '<g xml:base="https://contoh.example/"/>'],
  ])('%s: %s', (code, inside) => {
    expect(inspectSvg(drawing(inside))).toEqual({ ok: false, error: { code } });
  });

  test('so is a style sheet in an instruction', () => {
    const text = `<?xml-stylesheet href="https://contoh.example/a.css"?>${drawing('')}`;
    expect(inspectSvg(text)).toEqual({ ok: false, error: { code: 'svg-external' } });
  });

  test.each([
    ['definitions that grow', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${drawing('&a;')}`],
    ['a page behind the drawing', `${drawing('')}<p></p>`],
    ['a second drawing', drawing('') + drawing('')],
    ['another document', '<p></p>'],
    ['an end that is missing', `<svg ${ROOT}><g></svg>`],
    ['a cut file', `<svg ${ROOT}><path d="M0 0`],
    ['an attribute without quotes', drawing('<rect onload=alert(1) />')],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(inspectSvg(text)).toEqual({ ok: false, error: { code: 'svg-damaged' } });
  });

  test('more parts than a logo has', () => {
    expect(inspectSvg(drawing('<g/>'.repeat(20_001)))).toEqual({
      ok: false,
      error: { code: 'svg-too-large' },
    });
  });
});

describe('the drawing in another size', () => {
  const size = { width: 833, height: 1000 };

  test('has the new sides and its old view', () => {
    const text = `<!-- <svg> --><svg width="1in" height='2in' ${ROOT}><g/></svg>`;
    expect(sizedSvg(text, { width: 200, height: 240 }, size)).toBe(
      `<svg width="833" height="1000" ${ROOT}><g/></svg>`,
    );
  });

  test('gets a view where it had none', () => {
    const text = '<svg width="20" height="24"><g/></svg>';
    expect(sizedSvg(text, { width: 20, height: 24 }, size)).toBe(
      '<svg width="833" height="1000" viewBox="0 0 20 24"><g/></svg>',
    );
  });
});

test('a file is known as SVG by its first signs', () => {
  const seen = (text: string) => looksLikeSvg(new TextEncoder().encode(text));
  expect(seen(drawing(''))).toBe(true);
  expect(seen(`\uFEFF<?xml version="1.0"?>\n${drawing('')}`)).toBe(true);
  expect(seen('%PDF-1.7')).toBe(false);
  expect(seen('<!doctype html><html><svg></svg></html>')).toBe(false);
});

test('a JPEG in inks is told from one in colours', () => {
  const jpeg = (components: number) =>
    new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, components, 0, 0, 0, 0, 0, 0]);
  expect(isInkJpeg(jpeg(4))).toBe(true);
  expect(isInkJpeg(jpeg(3))).toBe(false);
  expect(isInkJpeg(new Uint8Array([1, 2, 3]))).toBe(false);
});
