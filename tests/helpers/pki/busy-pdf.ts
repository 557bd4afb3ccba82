/**
 * A PDF made to keep a checker busy: many signatures, each over a revision of its own that ends
 * in another blank behind the file, and so many objects that comparing each of these revisions
 * with the file as it is takes long. `cms` is any readable signature.
 */
export function busyPdf(
  cms: Uint8Array,
  { signatures, objects }: { readonly signatures: number; readonly objects: number },
): Uint8Array<ArrayBuffer> {
  const hex = Buffer.from(cms).toString('hex');
  const numbers = Array.from({ length: signatures }, (_, index) => index);
  const fields = numbers.map((index) => `${String(10 + 2 * index)} 0 R`).join(' ');
  const parts: string[] = ['%PDF-1.7\n'];
  const places: string[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (number: number, text: string): number => {
    const object = `${String(number)} 0 obj\n${text}\nendobj\n`;
    places.push(`${String(number)} 1\n${String(size).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    size += object.length;
    return size - object.length;
  };
  add(1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [${fields}] >> >>`);
  add(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  add(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
  const ranges = numbers.map((index) => {
    add(10 + 2 * index, `<< /FT /Sig /T (s${String(index)}) /V ${String(11 + 2 * index)} 0 R >>`);
    const head = '<< /Type /Sig /Filter /X /SubFilter /ETSI.CAdES.detached /Contents ';
    const from = size + `${String(11 + 2 * index)} 0 obj\n`.length + head.length;
    const at = add(11 + 2 * index, `${head}<${hex}> /ByteRange [${' '.repeat(48)}] >>`);
    return { at, from, to: from + hex.length + 2 };
  });
  const first = 100 + 2 * signatures;
  for (let number = first; number < first + objects; number += 1) add(number, '[1 2 3]');
  const table = size;
  const end = `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Root 1 0 R /Size ${String(first + objects)} >>\nstartxref\n${String(table)}\n%%EOF`;
  const whole = Buffer.from(parts.join('') + end + '\n'.repeat(signatures), 'latin1');
  for (const [index, { at, from, to }] of ranges.entries()) {
    const until = whole.length - index;
    const range = `0 ${String(from)} ${String(to)} ${String(until - to)}`.padEnd(48);
    whole.write(range, whole.indexOf('/ByteRange [', at) + '/ByteRange ['.length, 'latin1');
  }
  return new Uint8Array(whole);
}
