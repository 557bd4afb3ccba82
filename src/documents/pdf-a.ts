import { zlibSync } from 'fflate';
import { PDFName, PDFRawStream, PDFString, type PDFDocument } from 'pdf-lib';
import { srgbProfile } from './srgb-profile';

/** What the metadata of a file for archives repeat of its information dictionary. */
export interface ArchiveFacts {
  readonly title: string;
  readonly producer: string;
  readonly created: Date;
}

const COLOURS = 'sRGB IEC61966-2.1';
/** Always the same, so it is made and packed once. */
let profile: Uint8Array | null = null;

/**
 * Makes the document say that it is a file for archives, PDF/A-2b (ISO 19005-2): metadata in
 * XML that agree with the information dictionary, and what its colours mean. Fonts, identity
 * and the rest are the business of who makes the pages.
 */
export function declareArchive({ context, catalog }: PDFDocument, facts: ArchiveFacts): void {
  const metadata = context.obj({ Type: 'Metadata', Subtype: 'XML' });
  const bytes = new TextEncoder().encode(packet(facts));
  const ref = context.register(PDFRawStream.of(metadata, bytes));
  catalog.set(PDFName.of('Metadata'), ref);
  profile ??= zlibSync(srgbProfile());
  const profileStream = PDFRawStream.of(context.obj({ N: 3, Filter: 'FlateDecode' }), profile);
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(COLOURS),
    Info: PDFString.of(COLOURS),
    DestOutputProfile: context.register(profileStream),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}

/** The XMP packet; its dates have no fractions of a second, as those of the dictionary. */
function packet({ title, producer, created }: ArchiveFacts): string {
  const at = `${created.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>
<xmp:CreateDate>${at}</xmp:CreateDate>
<xmp:ModifyDate>${at}</xmp:ModifyDate>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
