/** A fresh process that makes one letter: prints the milliseconds from its start to the bytes. */
import { pathToFileURL } from 'node:url';
import { openPdfkit, openPdfmake, openReactPdf } from './rivals.mjs';

const [name, ours, folder] = process.argv.slice(2);
const { benchPage, openOurs } = await import(pathToFileURL(ours).href);
const page = benchPage(0, folder);
const begun = performance.now();
if (name === 'ours') await openOurs(folder)(0);
else {
  const open = { pdfkit: openPdfkit, pdfmake: openPdfmake, 'react-pdf': openReactPdf }[name];
  await (
    await open(folder)
  )(page);
}
console.log(performance.now() - begun);
