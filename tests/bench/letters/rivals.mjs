/**
 * The letter of the bench made by other libraries, each as its documentation makes letters:
 * fonts and logo read once, everything else anew for each letter. None of them writes tags or
 * says that its file is one for archives.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LEFT = 85;
const RIGHT = 539;
const WIDTH = RIGHT - LEFT;

/** `pdfkit`: text is placed by hand. */
export async function openPdfkit(folder) {
  const { default: PDFDocument } = await import('pdfkit');
  const regular = readFileSync(join(folder, 'LiberationSans-Regular.ttf'));
  const bold = readFileSync(join(folder, 'LiberationSans-Bold.ttf'));
  return (page) =>
    new Promise((resolve) => {
      const document = new PDFDocument({
        size: 'A4',
        margins: { top: 43, left: LEFT, right: 56, bottom: 90 },
        info: { Title: page.title },
      });
      const chunks = [];
      document.on('data', (chunk) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      document.registerFont('regular', regular).registerFont('bold', bold);
      document.image(Buffer.from(page.logo), LEFT, 43, { fit: [62, 71] });
      let y = 55;
      page.kop.forEach((line, index) => {
        document.font(index === 1 ? 'bold' : 'regular').fontSize(index === 1 ? 17 : 13);
        document.text(line, LEFT + 74, y, { width: WIDTH - 74, align: 'center' });
        y += 20;
      });
      document.moveTo(LEFT, 120).lineTo(RIGHT, 120).lineWidth(2.25).stroke();
      document.moveTo(LEFT, 122.6).lineTo(RIGHT, 122.6).lineWidth(0.75).stroke();
      document.font('regular').fontSize(12);
      document.text(page.date, LEFT, 132, { width: WIDTH, align: 'right' });
      const rows = (list, x, top, label) => {
        let at = top;
        for (const [name, value] of list) {
          document.text(name, x, at).text(':', x + label, at);
          document.text(value, x + label + 8, at, { width: RIGHT - x - label - 8 });
          at = document.y;
        }
        return at;
      };
      y = rows(page.head, LEFT, 132, 60) + 14;
      document.text('Yth.', LEFT, y);
      document.text(page.addressee.join('\n'), LEFT + 28, y, { width: WIDTH - 28 });
      y = document.y + 10;
      for (const block of page.blocks) {
        if (typeof block === 'string') {
          document.text(block, LEFT, y, { width: WIDTH, align: 'justify', indent: 35 });
          y = document.y + 6;
        } else y = rows(block, LEFT + 35, y, 130) + 6;
      }
      y += 12;
      page.signature.forEach((line, index) => {
        document.font(index === 1 ? 'bold' : 'regular');
        document.text(line, LEFT + WIDTH * 0.52, y, { underline: index === 1 });
        y += index === 0 ? 76 : 15;
      });
      const unit = 51 / page.qr.modules;
      for (const [x, top, width] of page.qr.squares) {
        document.rect(LEFT + x * unit, 765 + top * unit, width * unit, unit);
      }
      document.fill('black');
      document.end();
    });
}

/** `pdfmake`: a document is described. */
export async function openPdfmake(folder) {
  const { default: pdfmake } = await import('pdfmake');
  const normal = join(folder, 'LiberationSans-Regular.ttf');
  const bold = join(folder, 'LiberationSans-Bold.ttf');
  pdfmake.setFonts({ Liberation: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return async (page) => {
    const rows = (list, widths) => ({
      layout: 'noBorders',
      table: { widths, body: list.map(([name, value]) => [name, ':', value]) },
    });
    const unit = 51 / page.qr.modules;
    const logo = `data:image/png;base64,${Buffer.from(page.logo).toString('base64')}`;
    return pdfmake
      .createPdf({
        pageSize: 'A4',
        pageMargins: [LEFT, 43, 56, 90],
        info: { title: page.title },
        defaultStyle: { font: 'Liberation', fontSize: 12, lineHeight: 1.05 },
        content: [
          {
            columns: [
              { image: logo, fit: [62, 71], width: 74 },
              page.kop.map((text, index) => ({
                text,
                alignment: 'center',
                fontSize: index === 1 ? 17 : 13,
                bold: index === 1,
              })),
            ],
          },
          { canvas: [{ type: 'line', x1: 0, y1: 4, x2: WIDTH, y2: 4, lineWidth: 2.25 }] },
          { text: page.date, alignment: 'right' },
          rows(page.head, [60, 4, '*']),
          { columns: [{ text: 'Yth.', width: 28 }, page.addressee.join('\n')], margin: [0, 12] },
          ...page.blocks.map((block) =>
            typeof block === 'string'
              ? { text: block, alignment: 'justify', leadingIndent: 35, margin: [0, 0, 0, 6] }
              : { ...rows(block, [130, 4, '*']), margin: [35, 0, 0, 6] },
          ),
          {
            margin: [WIDTH * 0.52, 12, 0, 0],
            stack: page.signature.map((text, index) => ({
              text,
              bold: index === 1,
              decoration: index === 1 ? 'underline' : undefined,
              margin: index === 0 ? [0, 0, 0, 62] : 0,
            })),
          },
          {
            absolutePosition: { x: LEFT, y: 765 },
            canvas: page.qr.squares.map(([x, y, width]) => ({
              type: 'rect',
              x: x * unit,
              y: y * unit,
              w: width * unit,
              h: unit,
              color: 'black',
              lineWidth: 0,
            })),
          },
        ],
      })
      .getBuffer();
  };
}

/** `@react-pdf/renderer`: a document of components. */
export async function openReactPdf(folder) {
  const { createElement: h } = await import('react');
  const pdf = await import('@react-pdf/renderer');
  const { Document, Font, Image, Page, Svg, Rect, Text, View, renderToBuffer } = pdf;
  Font.register({
    family: 'Liberation',
    fonts: [
      { src: join(folder, 'LiberationSans-Regular.ttf') },
      { src: join(folder, 'LiberationSans-Bold.ttf'), fontWeight: 'bold' },
    ],
  });
  Font.registerHyphenationCallback((word) => [word]);
  const text = (style, ...children) => h(Text, { style }, ...children);
  const rows = (list, indent, width) =>
    list.map(([name, value]) =>
      h(
        View,
        { style: { flexDirection: 'row', marginLeft: indent }, key: name },
        text({ width }, name),
        text({ width: 8 }, ':'),
        text({ flex: 1 }, value),
      ),
    );
  return (page) => {
    const unit = 51 / page.qr.modules;
    return renderToBuffer(
      h(
        Document,
        { title: page.title },
        h(
          Page,
          {
            size: 'A4',
            style: {
              fontFamily: 'Liberation',
              fontSize: 12,
              paddingTop: 43,
              paddingLeft: LEFT,
              paddingRight: 56,
            },
          },
          h(
            View,
            { style: { flexDirection: 'row', borderBottomWidth: 2.25, paddingBottom: 6 } },
            h(Image, {
              src: { data: Buffer.from(page.logo), format: 'png' },
              style: { width: 59 },
            }),
            h(
              View,
              { style: { flex: 1 } },
              ...page.kop.map((line, index) =>
                text(
                  {
                    textAlign: 'center',
                    fontSize: index === 1 ? 17 : 13,
                    fontWeight: index === 1 ? 'bold' : 'normal',
                  },
                  line,
                ),
              ),
            ),
          ),
          text({ textAlign: 'right', marginTop: 8 }, page.date),
          ...rows(page.head, 0, 60),
          text({ marginTop: 12 }, `Yth. ${page.addressee.join('\n')}`),
          ...page.blocks.flatMap((block) =>
            typeof block === 'string'
              ? [text({ textAlign: 'justify', textIndent: 35, marginTop: 6 }, block)]
              : rows(block, 35, 130),
          ),
          h(
            View,
            { style: { marginLeft: WIDTH * 0.52, marginTop: 12 } },
            ...page.signature.map((line, index) =>
              text(
                {
                  fontWeight: index === 1 ? 'bold' : 'normal',
                  textDecoration: index === 1 ? 'underline' : 'none',
                  marginBottom: index === 0 ? 62 : 0,
                },
                line,
              ),
            ),
          ),
          h(
            Svg,
            {
              style: { position: 'absolute', left: LEFT, top: 765, width: 51, height: 51 },
              viewBox: `0 0 ${page.qr.modules} ${page.qr.modules}`,
            },
            ...page.qr.squares.map(([x, y, width]) =>
              h(Rect, { x, y, width, height: 1, fill: 'black', key: `${x} ${y}` }),
            ),
          ),
        ),
      ),
    );
  };
}
