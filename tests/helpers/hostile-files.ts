/** Files made to harm whoever opens them; made here so that none lies in the repository. */
import { deflateSync } from 'node:zlib';
import { greyPng } from './grey-png';

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts));

interface PdfPlan {
  /** Further entries of the catalogue. */
  readonly catalogue?: string;
  /** Further entries of the one page. */
  readonly page?: string;
  /** Further objects, from number 10 on, as they stand in the file. */
  readonly objects?: readonly (string | Uint8Array)[];
  /** In place of the tree of one page. */
  readonly pages?: string;
  readonly trailer?: string;
}

const sentence = 'BT /F1 24 Tf 72 700 Td (Contoh kertas) Tj ET';

/** A PDF of one readable page with what a plan adds; its table of places is right. */
export function madePdf(plan: PdfPlan = {}): Uint8Array {
  const objects: (string | Uint8Array)[] = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${plan.catalogue ?? ''} >>\nendobj\n`,
    `2 0 obj\n${plan.pages ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'}\nendobj\n`,
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${plan.page ?? ''} >>\nendobj\n`,
    `4 0 obj\n<< /Length ${sentence.length} >>\nstream\n${sentence}\nendstream\nendobj\n`,
    '5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    ...(plan.objects ?? []),
  ];
  const parts: Uint8Array[] = [ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const places = new Map<number, number>();
  let size = parts[0]?.length ?? 0;
  for (const object of objects) {
    const bytes = typeof object === 'string' ? ascii(object) : object;
    places.set(Number.parseInt(Buffer.from(bytes.subarray(0, 10)).toString('latin1')), size);
    parts.push(bytes);
    size += bytes.length;
  }
  const rows = [...places].map(
    ([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size 100 /Root 1 0 R ${plan.trailer ?? ''} >>\n`;
  return joined(...parts, ascii(`${table}${trailer}startxref\n${size}\n%%EOF\n`));
}

const streamObject = (number: number, dictionary: string, content: Uint8Array): Uint8Array =>
  joined(
    ascii(`${number} 0 obj\n<< /Length ${content.length} ${dictionary} >>\nstream\n`),
    content,
    ascii('\nendstream\nendobj\n'),
  );

const packed = new Map<string, Uint8Array>();

/** Zeros packed once or twice: a few kilobytes that unpack to `size` bytes, or that again. */
function packedZeros(size: number, times: 1 | 2): Uint8Array {
  const name = `${size} ${times}`;
  const known = packed.get(name);
  if (known !== undefined) return known;
  const made = deflateSync(times === 1 ? Buffer.alloc(size) : packedZeros(size, 1));
  packed.set(name, made);
  return made;
}

const objectStream = (text: string): Uint8Array => {
  const head = '10 0 ';
  const inside = deflateSync(Buffer.from(`${head}${text}`));
  return streamObject(20, `/Type /ObjStm /N 1 /First ${head.length} /Filter /FlateDecode`, inside);
};

const script = '<< /S /JavaScript /JS (app.alert\\("Contoh"\\);) >>';

/** PDFs that can be shown, with the kinds of active content that are to be found in them. */
export const activePdfs: Readonly<Record<string, readonly [Uint8Array, readonly string[]]>> = {
  'a script at opening': [madePdf({ catalogue: `/OpenAction ${script}` }), ['script']],
  'a script under a name in disguise': [
    madePdf({ catalogue: '/OpenAction << /S /J#61vaScript /#4AS (app.alert\\(1\\)) >>' }),
    ['script'],
  ],
  'a script on a page': [madePdf({ page: `/AA << /O ${script} >>` }), ['script']],
  'a script in a compressed object': [
    madePdf({ objects: [objectStream(`<< /OpenAction ${script} >>`)] }),
    ['script'],
  ],
  'a script behind a stream that is only a remark': [
    madePdf({
      objects: [`% >>\nstream\n10 0 obj\n${script}\nendobj\n% endstream\n`],
      catalogue: '/OpenAction 10 0 R',
    }),
    ['script'],
  ],
  'a program to be launched': [
    madePdf({ catalogue: '/OpenAction << /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>' }),
    ['launch'],
  ],
  'another file to be opened': [
    madePdf({ catalogue: '/OpenAction << /S /GoToR /F (\\\\\\\\server\\\\berkas.pdf) /D [0] >>' }),
    ['launch'],
  ],
  'an embedded program': [
    madePdf({
      catalogue: '/Names << /EmbeddedFiles << /Names [(a.exe) 10 0 R] >> >>',
      objects: [
        '10 0 obj\n<< /Type /Filespec /F (a.exe) /EF << /F 11 0 R >> >>\nendobj\n',
        streamObject(11, '/Type /EmbeddedFile', ascii('MZ not a program')),
      ],
    }),
    ['attachment'],
  ],
  'a form that sends itself': [
    madePdf({ catalogue: '/OpenAction << /S /SubmitForm /F (https://contoh.example/) >>' }),
    ['form'],
  ],
  'an XFA form': [madePdf({ catalogue: '/AcroForm << /Fields [] /XFA [] >>' }), ['form']],
  'an address opened by itself': [
    madePdf({ catalogue: '/OpenAction << /S /URI /URI (https://contoh.example/) >>' }),
    ['link'],
  ],
  'an address opened by itself, by reference': [
    madePdf({
      catalogue: '/OpenAction 10 0 R',
      objects: ['10 0 obj\n<< /S /URI /URI (https://contoh.example/) >>\nendobj\n'],
    }),
    ['link'],
  ],
  'a film': [madePdf({ page: '/Annots [<< /Type /Annot /Subtype /RichMedia >>]' }), ['media']],
  'nothing but a page': [madePdf(), []],
  'a plain link, which waits for a hand': [
    madePdf({
      page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://contoh.example/) >> >>]',
    }),
    [],
  ],
};

const loop = '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>';
const tooDeep = 20_000;

/** PDFs whose structure leads a reader in circles or into the depth; nothing in them is active. */
export const brokenPdfs: Readonly<Record<string, Uint8Array>> = {
  'a tree of pages in a circle': madePdf({ pages: loop }),
  'tables that name each other': joined(
    madePdf(),
    ascii(
      'xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
    ),
  ),
  'a table that names itself': ascii(
    '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n',
  ),
  'lists inside each other': madePdf({
    catalogue: `/X ${'['.repeat(tooDeep)}${']'.repeat(tooDeep)}`,
  }),
  'dictionaries inside each other': madePdf({
    catalogue: `/X ${'<</X'.repeat(tooDeep)} 1 ${'>>'.repeat(tooDeep)}`,
  }),
  'a length that refers to itself': madePdf({
    page: '/Contents 10 0 R',
    objects: ['10 0 obj\n<< /Length 10 0 R >>\nstream\nq Q\nendstream\nendobj\n'],
  }),
  'a table in the middle of nowhere': ascii('%PDF-1.7\nstartxref\n999999999\n%%EOF'),
  'half of it': joined(madePdf().subarray(0, 300), ascii('\n%%EOF')),
  'nothing but its ends': ascii('%PDF-1.7\n%%EOF'),
};

const kids = (count: number): string => Array.from({ length: count }, () => '3 0 R').join(' ');

/** Files that are not taken, and under which code they are refused. */
export const refusedFiles: Readonly<Record<string, readonly [() => Uint8Array, string]>> = {
  'a PDF of 100,000 pages': [
    () => madePdf({ pages: `<< /Type /Pages /Kids [${kids(100_000)}] /Count 100000 >>` }),
    'pdf-too-many-pages',
  ],
  'a PDF that claims 2,000,000,000 pages': [
    () => madePdf({ pages: '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>' }),
    'pdf-too-many-pages',
  ],
  'a PDF whose page unpacks to 300 megabytes': [
    () => madePdf({ objects: [streamObject(10, '/Filter /FlateDecode', packedZeros(300e6, 1))] }),
    'pdf-expands',
  ],
  'a PDF whose page is packed twice': [
    () =>
      madePdf({
        objects: [streamObject(10, '/Filter [/FlateDecode /Fl]', packedZeros(300e6, 2))],
      }),
    'pdf-expands',
  ],
  'a PDF whose objects unpack to 100 megabytes': [
    () =>
      madePdf({
        objects: [streamObject(10, '/Type /ObjStm /Filter /FlateDecode', packedZeros(100e6, 1))],
      }),
    'pdf-expands',
  ],
  'a PDF whose packing is named by another object': [
    () =>
      madePdf({
        objects: [
          streamObject(10, '/Filter 11 0 R', packedZeros(300e6, 1)),
          '11 0 obj\n/FlateDecode\nendobj\n',
        ],
      }),
    'pdf-expands',
  ],
  'a PDF whose objects are packed so that they are not seen': [
    () =>
      madePdf({
        objects: [streamObject(10, '/Type /ObjStm /Filter /ASCIIHexDecode', ascii('3c3c3e3e>'))],
      }),
    'file-not-inspected',
  ],
  'a PDF whose objects are rearranged': [
    () =>
      madePdf({
        objects: [
          streamObject(
            10,
            '/Type /Obj#53tm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
            packedZeros(10, 1),
          ),
        ],
      }),
    'file-not-inspected',
  ],
  'a web page that is a PDF too': [
    () => joined(ascii('<html><script>1</script>'), madePdf()),
    'file-mixed',
  ],
  'a program that is a PDF too': [() => joined(ascii('MZ\x90\0'), madePdf()), 'file-mixed'],
  'an archive before a PDF': [() => joined(ascii('PK\x03\x04'), madePdf()), 'file-mixed'],
  'an archive behind a PDF': [
    () => joined(madePdf(), ascii('PK\x05\x06'), new Uint8Array(18)),
    'file-mixed',
  ],
  'a script that is a PDF too': [() => joined(ascii('#!/bin/sh\n'), madePdf()), 'file-mixed'],
  'a web page named .pdf': [
    () => ascii('<!DOCTYPE html><script>1</script>'),
    'file-not-pdf-or-picture',
  ],
  'a program named .pdf': [() => ascii('MZ\x90\0 This program'), 'file-not-pdf-or-picture'],
  'an SVG named .png': [
    () => ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'file-not-pdf-or-picture',
  ],
  'a PNG of 50,000 by 50,000 points': [() => pngClaiming(50_000, 50_000), 'picture-too-large'],
  'a PNG of a single endless line': [() => pngClaiming(2 ** 31 - 1, 1), 'picture-too-large'],
  'a PNG of no points': [() => pngClaiming(0, 10), 'file-damaged'],
  'a PNG whose part reaches beyond it': [() => pngWithLongPart(), 'file-damaged'],
  'a PNG signature before a web page': [
    () => joined(greyPng(1, 1).subarray(0, 8), ascii('<script>IEND')),
    'file-damaged',
  ],
  'a JPEG of 65,500 by 65,500 points': [() => jpegClaiming(65_500, 65_500), 'picture-too-large'],
  'a JPEG of no points': [() => jpegClaiming(0, 0), 'file-damaged'],
  'a JPEG without a frame': [() => joined(jpegStart, ascii('\xff\xd9')), 'file-damaged'],
  nothing: [() => new Uint8Array(0), 'file-empty'],
};

/** A small PNG whose head claims another size; its points are those of the small one. */
function pngClaiming(width: number, height: number): Uint8Array {
  const png = greyPng(4, 4);
  const view = new DataView(png.buffer, png.byteOffset);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return png;
}

function pngWithLongPart(): Uint8Array {
  const png = greyPng(4, 4);
  new DataView(png.buffer, png.byteOffset).setUint32(33, 0x7fffffff);
  return png;
}

const jpegStart = ascii('\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0');

function jpegClaiming(width: number, height: number): Uint8Array {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return joined(jpegStart, frame, ascii('\xff\xda\0\x08\x01\x01\0\0\x3f\0\xff\xd9'));
}

/** Names that a system or a reader would take for something else, and what becomes of them. */
export const hostileNames: readonly (readonly [string, string])[] = [
  ['../../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\win.ini', 'win.ini'],
  ['C:\\Users\\surat.pdf', 'surat.pdf'],
  ['/absolut/surat.pdf', 'surat.pdf'],
  ['..', 'berkas'],
  ['.', 'berkas'],
  ['', 'berkas'],
  ['   ', 'berkas'],
  ['surat.pdf\0.exe', 'surat.pdf.exe'],
  ['surat\u202Efdp.exe', 'suratfdp.exe'],
  ['\u2066surat\u2069.pdf', 'surat.pdf'],
  ['surat\u200B.pdf', 'surat.pdf'],
  ['surat.pdf. . .', 'surat.pdf'],
  ['surat.pdf   ', 'surat.pdf'],
  ['CON', '_CON'],
  ['con.pdf', '_con.pdf'],
  ['Aux.tar.gz', '_Aux.tar.gz'],
  ['NUL.', '_NUL'],
  ['prn', '_prn'],
  ['COM1.txt', '_COM1.txt'],
  ['lpt9', '_lpt9'],
  ['console.pdf', 'console.pdf'],
  ['surat.pdf:tersembunyi', 'surat.pdf_tersembunyi'],
  ['a<b>c"d|e?f*.pdf', 'a_b_c_d_e_f_.pdf'],
  ['baris\r\nbaru.pdf', 'barisbaru.pdf'],
  ['\uD800surat.pdf', 'surat.pdf'],
  ['Surat Permohonan – Contoh Satu.pdf', 'Surat Permohonan – Contoh Satu.pdf'],
];
