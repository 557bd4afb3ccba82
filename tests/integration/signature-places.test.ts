import { afterAll, expect, test } from 'vitest';
import { readSignaturePlaces } from '../../src/documents/signature-places';
import { renderLetter } from '../../src/documents/render-letter';
import { signatureBlock } from '../../src/features/signing/block-picture';
import { ownPlace } from '../../src/features/signing/signature-placement';
import { furtherMandate, withActing, withElectronic } from '../helpers/letter-cases';
import { finalOptions, readFonts, wordedLetter } from '../helpers/letters';
import { pageImages } from '../helpers/page-images';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { reportsOf, SigningDesk } from '../helpers/pki/signing-desk';

const LETTER = 'revocation-minutes';
const ca = new FictitiousCa();
const desk = new SigningDesk();

afterAll(() => {
  ca.remove();
  desk.remove();
});

async function letter(): Promise<Uint8Array> {
  const sources = withElectronic(LETTER, withActing(furtherMandate));
  const made = await renderLetter(
    wordedLetter(LETTER, sources),
    { fonts: readFonts() },
    finalOptions,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

test('two signers in their order each sign in the room the letter keeps for them', async () => {
  const unsigned = await letter();
  const actors = (await readSignaturePlaces(unsigned)).map(({ actor }) => actor);
  expect(actors).toHaveLength(2);
  let bytes = unsigned;
  for (const actor of actors) {
    const name = `Contoh Penanda ${String(actors.indexOf(actor) + 1)}`;
    const box = ownPlace(await readSignaturePlaces(bytes), actor);
    if (box === null) throw new Error('no place');
    const { lines, qr } = signatureBlock('id', { name, position: 'Kepala' }, true);
    const signed = await desk.signed(bytes, ca.keyFile(ca.issue({ name })), {
      placement: { kind: 'box', ...box },
      block: { lines: [...lines], qr, picture: null },
    });
    expect(Buffer.compare(signed.bytes.subarray(0, bytes.length), bytes)).toBe(0);
    bytes = signed.bytes;
  }
  expect(reportsOf(bytes).map(({ integrity }) => integrity.state)).toEqual(['ok', 'ok']);
  expect(reportsOf(bytes).map(({ changes }) => changes.kind)).toEqual(['signatures', 'nothing']);
  expect(desk.pdfsig(bytes).match(/Signature is Valid/g)).toHaveLength(2);
  inkOnlyInRooms(unsigned, bytes, await readSignaturePlaces(unsigned));
});

/** What the signatures drew lies within the rooms, and each room has some of it. */
function inkOnlyInRooms(
  before: Uint8Array,
  after: Uint8Array,
  places: Awaited<ReturnType<typeof readSignaturePlaces>>,
): void {
  const [was, is] = [pageImages(before, 72), pageImages(after, 72)];
  const inked = new Map<string, number>();
  for (const [index, page] of is.entries()) {
    const rooms = places.filter((place) => place.page === index + 1);
    for (let at = 0; at < page.dots.length; at += 1) {
      if (page.dots[at] === was[index]?.dots[at]) continue;
      const [x, y] = [at % page.width, Math.floor(at / page.width)];
      const place = rooms.find(
        ({ room }) =>
          x >= Math.floor(room.x) &&
          x <= room.x + room.width &&
          y >= Math.floor(room.y) &&
          y <= room.y + room.height,
      );
      expect(place, `ink at ${String(x)}, ${String(y)}`).toBeDefined();
      if (place !== undefined) inked.set(place.actor, (inked.get(place.actor) ?? 0) + 1);
    }
  }
  for (const { actor } of places) expect(inked.get(actor) ?? 0).toBeGreaterThan(50);
}

test('a letter that is signed by hand, or by somebody it has no place for, names none', async () => {
  expect(ownPlace([], 'office-head')).toBeNull();
  expect(ownPlace(await readSignaturePlaces(await letter()), 'applicant')).toBeNull();
});
